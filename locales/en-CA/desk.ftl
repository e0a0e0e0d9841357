### The secretary’s window.
