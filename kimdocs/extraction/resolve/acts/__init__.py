"""Sentences read by their grammar: who acts, with which verb of the table ``act_verbs``, and in what mood."""
