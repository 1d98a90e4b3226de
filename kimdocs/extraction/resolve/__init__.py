"""Resolvers: mentions → facts."""
