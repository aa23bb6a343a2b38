"""Turn the data in lineage/ and the words in content/ into the LLM Lineage site."""
