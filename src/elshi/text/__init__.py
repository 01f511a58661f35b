"""Sentences, words, their forms and their spelling in other scripts. Knows languages, not diplomacy."""
