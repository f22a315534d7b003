"""speech_words: words around quotations."""

from drawdown.registry import Table
from drawdown.schemas import columns as c

TABLE = Table(
    name="speech_words",
    title="Words around quotations",
    description="Sets of English words that tell whose words stand between quotation marks, and which marked words are no speech.",
    stage="entities",
    primary_key=("class", "word"),
    columns=(
        c.WORD_CLASS.but(
            description="`work`: words before the title of a work, or before a name; `title_word`: short words that titles leave in lower case; `spokesman`: nouns for one who speaks, or for where it is said, "
            "for another; `media`: last words of general names for the media (*state media*), which are no relay; "
            "`citing`: lemmas of verbs whose object speaks (*quoted him as saying*); `written`: lemmas of pieces of writing *in* which somebody says something, a relay of his words; "
            "`small`: words of a role that tell nobody from others (*the former ambassador to Peru*); `apart`: words before a name that part it from what "
            "stands before them (*Berg met Holm*); `issuing`: lemmas of verbs by which a piece of writing is made known.",
            vocabulary=("work", "title_word", "spokesman", "media", "citing", "written", "small", "apart", "issuing"),
            example="spokesman",
        ),
        c.WORD.but(description="Lower case; of `spokesman`, `citing` and `written` the lemma.", example="spokeswoman"),
    ),
)
