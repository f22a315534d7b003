"""MinHash signatures of articles: rensa against datasketch (install it for this), documents a second on one core."""

from __future__ import annotations

import argparse
import time
from itertools import islice
from pathlib import Path

from rensa import RMinHash

from drawdown.articles import passages
from drawdown.sets import files


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", type=Path, help="JSON Lines (.gz) with a key `text`")
    parser.add_argument("--limit", type=int, default=500)
    options = parser.parse_args()
    texts = [row["text"] for _, row in islice(files.lines(options.texts), options.limit)]
    sets = [passages.words_of(text, [0]).shingles for text in texts]
    start = time.perf_counter()
    ours = RMinHash.digest_matrix_from_token_hash_sets(RMinHash.hash_token_sets(list(map(sorted, sets))), num_perm=128, seed=1).to_rows()
    print(f"rensa: {len(sets) / (time.perf_counter() - start):.0f} documents/s")
    from datasketch import MinHash

    start = time.perf_counter()
    theirs = []
    for found in sets:
        minhash = MinHash(num_perm=128)
        minhash.update_batch([item.encode() for item in sorted(found)])
        theirs.append(minhash)
    print(f"datasketch: {len(sets) / (time.perf_counter() - start):.0f} documents/s")
    pairs = [(a, a + 1) for a in range(len(sets) - 1)]
    exact = [len(sets[a] & sets[b]) / max(1, len(sets[a] | sets[b])) for a, b in pairs]
    for name, values in (
        ("rensa", [sum(x == y for x, y in zip(ours[a], ours[b], strict=True)) / 128 for a, b in pairs]),
        ("datasketch", [theirs[a].jaccard(theirs[b]) for a, b in pairs]),
    ):
        errors = [abs(value - true) for value, true in zip(values, exact, strict=True)]
        print(f"{name}: mean error of the estimated similarity {sum(errors) / len(errors):.4f}")


if __name__ == "__main__":
    main()
