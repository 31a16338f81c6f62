"""Who stands between others, what that leaves room for, and who carries the coordination."""
