"""Source to blocks, blocks to lines, and what is safe to show; nothing here knows Textual."""
