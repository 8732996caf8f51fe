"""Models at OpenAI, or at any provider that speaks as OpenAI does, through the official SDK.

Importing the SDK takes half a second: this package is imported only where a provider is configured.
"""
