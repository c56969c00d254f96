"""The text of a letter on a page: its few signs are shown as what they mean, and everything else is escaped."""

import pytest

CASES = [
    ("Dear Sir,\nplease", "<p>Dear Sir,<br>please</p>"),
    ("# One", "<h3>One</h3>"),
    ("## Two", "<h4>Two</h4>"),
    ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
    ("**strong** word[^1]", "<p><strong>strong</strong> word<sup>1</sup></p>"),
    ("two[^1][^2]", "<p>two<sup>1, 2</sup></p>"),
    ("[^1]: a source", '<p class="small notes"><sup>1</sup> a source</p>'),
    ("<script>x</script>", "<p>&lt;script&gt;x&lt;/script&gt;</p>"),
    ("**<b>**", "<p><strong>&lt;b&gt;</strong></p>"),
    # signs that mean nothing where they stand
    ("a # b", "<p>a # b</p>"),
    ("- a\nb", "<p>- a<br>b</p>"),
    ("** open", "<p>** open</p>"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_few_signs_of_a_letter_are_shown_and_nothing_else(bench: object, text: str, expected: str) -> None:
    from clarion.workbench.lettering import letter_html

    assert letter_html(text) == expected
