### What both windows, the mail and the paper say alike.

# The name of the language, in that language.
locale-name = English

## The parts of the screens, in both windows.

ui-accents = Accented letters
ui-busy = One moment…
ui-close = Close
ui-hide = Hide
ui-show = Show
ui-nothing-found = Nothing matches.
ui-notice-bad = Error:
ui-notice-good = Done:
ui-notice-info = Good to know:
ui-notice-warning = Warning:
ui-open-list = Open the list
ui-step-done = (done)

## What went wrong, in both windows.

error-code-expired = This code is no longer valid. Ask for another one.
error-invalid = This field cannot be read as it is written.
error-no-visit = The visit is over.
error-not-allowed = This is not allowed here, or not right now.
error-not-signed-in = Nobody has opened the desk.
error-out-of-step = The visit is already at another step. The screen has just been updated.
error-password-refused = This password does not follow every rule of the list.
error-sign-in-refused = The address and the password do not go together.
error-too-many =
    { $minutes ->
        [one] Too many tries. Wait { $minutes } minute, then try again.
       *[other] Too many tries. Wait { $minutes } minutes, then try again.
    }
error-unexpected = Something went wrong. Reference for technical support: { $reference }
