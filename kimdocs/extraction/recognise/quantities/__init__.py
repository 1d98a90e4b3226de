"""What the words around amounts and numbers of posts say."""
