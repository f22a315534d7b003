import pytest

from drawdown.articles import language

TEXT = "the of and to in is was that it for on with as at by had his he"
WORDS = frozenset(TEXT.split())


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The groups said that the talks of Monday would go on, and that they had to wait for the end of the month in the capital."),
        ("en", "Troops leave base. Ministry hopes talks go ahead next week despite new attacks on convoys near northern border crossing."),
        ("de", "Der Minister sagte am Dienstag, dass die Gespräche über den Abzug der Truppen bis zum Ende des Monats weitergehen würden."),
        (
            "nl",
            "De minister zei dat de gesprekken over het vertrek van de troepen in de hoofdstad tot het einde van de maand zouden duren.",
        ),
        ("fr", "Le ministre a déclaré mardi que les discussions sur le retrait des troupes se poursuivraient jusqu'à la fin du mois."),
    ],
)
def test_languages_are_told_with_and_without_function_words(code: str, text: str) -> None:
    assert language.identify(text) == code
    assert language.identify(text, WORDS) == code


def test_an_english_title_makes_no_english_text() -> None:
    text = "Der Film „The Lord of the Rings and the Way to It“ lief gestern, sagte der Minister, der ihn mit seiner Familie gesehen hatte."
    assert language.identify(text, WORDS) == "de"


def test_letters_of_another_script_are_told_from_accents() -> None:
    assert language.other_script("伊拉克议会星期二通过决议，要求外国军队离开该国，政府表示将继续谈判。")
    assert not language.other_script("Après l’été, où l’élève éprouvé a été évoqué à l’école, rien n’a été décidé.")
    assert not language.other_script("Talks go on 伊拉克")
    assert not language.other_script("")
