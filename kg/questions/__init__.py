"""Questions in plain language, Chinese and English, answered from the graph with evidence."""

from kg.questions.answer import answer, answers

__all__ = ["answer", "answers"]
