"""Words, sentences, figures, dates, places and names of a text, each with its span; knows words, not claims."""
