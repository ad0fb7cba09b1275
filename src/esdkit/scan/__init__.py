"""What is stored: facts about many messages without a key, how they add up, and where they are read from."""
