"""Makes the weights of Elshi's encoder from public corpora. Nothing of the package imports it."""
