### What both windows, the mail and the paper say alike. No vowel marks: fonts place them badly.

# The name of the language, in that language.
locale-name = العربية
