### What both windows, the mail and the paper say alike.

# The name of the language, in that language.
locale-name = English
