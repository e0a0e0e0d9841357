### The parent's window: one thing to do per screen, short sentences, plain words.
### Nothing here says whether an address, an account or a child exists, nor which detail was wrong.

## Around the screen.

parent-demo = Demo school: everyone in it is made up.
parent-language = Language
parent-steps = The steps
parent-step-address = Address
parent-step-password = Password
parent-step-children = Children
parent-step-summary = Summary
parent-help-bar = Help
parent-help = I need help
parent-help-called = The school office has been told. Someone will help you.
parent-someone-helps = Someone is helping me
    .description = Passwords and codes then stay hidden.
parent-still-here = Are you still there?
    .body = Nothing has been touched for a while. In a minute the screen will be erased to protect your information.
    .yes = Yes, I am here
parent-leave = Finish and erase
    .question = Finish and erase?
    .body = What you wrote on the screen will be erased and the code you received will no longer work. If you already have an account or confirmed children, nothing is lost.
    .yes = Yes, finish
    .no = No, continue
parent-family = My children
    .empty = No child is tied to your account yet.
parent-group = Group { $group }

## The welcome.

parent-closed = The counter is closed
    .lead = Please speak to the school office.
parent-locked = One moment
    .lead = The screen is paused. Please see the school office.
parent-welcome = Welcome
    .lead = Choose your language to begin.
    .begin = Begin in English

## The address and the code.

parent-address = Your e-mail address
    .lead = Write the address that the school has on your child’s file.
    .note = Your address has changed, or you do not know which one the school has? Ask the school office.
parent-address-field = E-mail address
    .description = The one on the school’s file.
parent-address-offered = The school has this address on your file: { $address }
    .what = If it is yours, receive a code there. If not, write the other one below.
parent-address-given-before = You had given this address: { $address }
    .what = Receive a new code there, or write another address below.
parent-address-take = Receive a code at this address
parent-address-send = Get a code
parent-address-have-account = I already have a parent account

parent-code = The code you got by e-mail
    .lead = If the address { $address } is on a file, a code was sent to it.
    .note = The e-mail can take a few minutes. Look in the junk mail too. The code is for you: tell it to nobody, not even at the school.
parent-code-field = Verification code
    .description = 6 digits
parent-code-enter = Continue
parent-code-again = Get a new code
parent-code-again-done = If the address is on a file, a new code was sent to it. The old code no longer works.
parent-code-other-address = Change the address
parent-code-wrong =
    { $tries ->
        [one] This is not the right code. You have { $tries } try left.
       *[other] This is not the right code. You have { $tries } tries left.
    }
parent-code-dead = This code no longer works.
    .body = Its time is over, or there were too many tries. Ask for a new code.

## The password.

parent-sign-in = Your parent account
    .lead = Write your address and your password.
parent-sign-in-proven = You already have a parent account
    .lead = Write the password of the account { $address }.
parent-sign-in-password = Password
parent-sign-in-enter = Enter
parent-sign-in-forgot = I forgot my password
parent-sign-in-back = Back to the address
    .note = No account, or password forgotten? Go back to the address: you will get a code by e-mail.
parent-sign-in-proof = I received a code to open my account

parent-proof = Open your account
    .lead = Write your address and the code that the school sent you by email.
parent-proof-wrong = This code does not open this account, or its time is over. Ask the office for another.
parent-proof-back = Back to the password

parent-password = Choose a password
    .lead = It protects your account { $address }. Keep it to yourself.
parent-password-anew = Choose a new password
    .lead = It takes the place of the old password of the account { $address }.
parent-password-field = Password
parent-password-again = The same password, once more
parent-password-choose = Keep this password
parent-password-differs = The two passwords are not the same.
parent-checklist = Your password must have
parent-checklist-met = (done)
parent-checklist-open = (not yet)
parent-checklist-accepted = Your password follows every rule.
parent-checklist-left = Still missing: { $items }
parent-checklist-length = 8 to 16 characters
parent-checklist-kinds = At least 3 of these 4 kinds
parent-checklist-lower = Small letters (a, b, c…)
parent-checklist-upper = Capital letters (A, B, C…)
parent-checklist-digit = Digits (1, 2, 3…)
parent-checklist-symbol = Symbols { "# $ / % ? & *" }
parent-checklist-allowed = Nothing else: no space, no accent, no letter of another alphabet
parent-checklist-personal = Not your address, nor a child’s name or birth date
parent-checklist-common = Not a password that is easy to guess
parent-checklist-same = The same password written twice

## The children.

parent-children = Your children
    .lead = These are the children tied to your account.
parent-children-another = Add another child
parent-children-done = That is all
parent-children-none = Continue without adding a child
parent-children-back = Do not add another child
parent-claim = Your child
    .lead = Write the information as it is on the school’s papers.
    .note = You do not have this information? The school office can also confirm your child with you.
parent-claim-never-enrolled = Is this a child who was never enrolled in this school service centre?
parent-claim-adult = Is this enrolment in adult education or vocational training?
parent-claim-no = No
parent-claim-yes = Yes
parent-claim-service-centre = School service centre
    .description = Write a part of the name, then choose from the list. The old name works too.
parent-claim-last-names = The child’s last name
    .description = All the last names, as on the file.
parent-claim-first-names = The child’s first name
    .description = The full first name, not a short one.
parent-claim-birth-date = Birth date
parent-claim-number = Fiche number (numéro de fiche) or permanent code (code permanent)
    .description = Fiche number: 1 to 7 digits. Permanent code: 4 letters and 8 digits.
parent-claim-send = Check

parent-paper = Where is this number?
    .picture = A report card: the fiche number and the permanent code are written at the top, near the student’s name.
    .fiche = Fiche number (numéro de fiche): report card, school-supplies invoice, daycare statement, timetable or student card.
    .code = Permanent code (code permanent): report card, timetable, student card, official papers of the school.
# The words printed on the school's papers: they stay in French in every language.
parent-paper-title = Bulletin
parent-paper-fiche = Numéro de fiche
parent-paper-code = Code permanent

parent-claim-matched = { $child } is now in your account.
parent-claim-already-tied = { $child } is already in your account.
parent-claim-does-not-match = This information does not match the file.
    .body = Compare each box with a paper from the school: all the last names, the full first name, the date, the number. You can also ask the school office to confirm your child with you.
parent-claim-not-found-here = This child is not found here.
    .body = You chose another school service centre than this school’s. Look at that choice. If it is right, the school office will tell you where to go.
parent-claim-correcting = The school office has looked at it with you.
    .body = Correct what they tell you, then press “Check” again.
parent-claim-temporary-code = This is a temporary permanent code: it has only 10 characters.
    .body = Write the fiche number (numéro de fiche) instead.
parent-claim-number-unreadable = This number cannot be read.
    .body = A fiche number has 1 to 7 digits. A permanent code has 4 letters, then 8 digits.
parent-claim-look-alike = This code cannot be read.
    .body = Some signs look alike: the letter O and zero 0, the letter I and 1, the letter S and 5. A permanent code has 4 letters, then 8 digits.
parent-claim-adult-where = Adult education and vocational training enrol their students themselves.
    .body = Go to the adult education or vocational training centre of your school service centre. The school office can tell you which one.
parent-claim-see-secretary = The school office will do this with you.
    .body = For this child, please speak to the school office.
parent-claim-paused = There were too many tries.
    .body = For now, please speak to the school office: it can confirm your child with you.

## An account from before: each child is confirmed once.

parent-gate = Confirm each of your children
    .lead = You already had an account. Each child has to be confirmed once before being shown. After that, you will not be asked again.
parent-gate-since = Confirm each of your children
    .lead = You already had an account. Since { DATETIME($since, dateStyle: "long") }, each child has to be confirmed once before being shown. After that, you will not be asked again.
parent-gate-left =
    { $count ->
        [one] { $count } child is left to confirm.
       *[other] { $count } children are left to confirm.
    }
parent-gate-confirmed = Confirmed: { $child }.
parent-gate-later = Finish another day

## A new child, and what the parent may tell the school.

parent-registration = Ask for a place for a new child
    .body = Write their name and birth date. The school will call you.
parent-registration-last-names = Child’s last name
parent-registration-first-names = Child’s first name
parent-registration-phone = Your telephone
    .description = If you want the school to call you. It has your e-mail address too.
parent-registration-school = School you would like
    .description = If you have one in mind.
parent-registration-send = Send the request
parent-registration-done = Your request is noted.
    .body = The school will reach you. There is nothing more to do today for this child.
parent-documents = To bring to the school
parent-documents-birth = The child’s birth certificate
parent-documents-residence = A proof of your address, such as a lease or a bill
parent-documents-report = The last report card, if the child has been at school before
parent-documents-status = The immigration papers, if the child was born outside Canada
parent-about = Tell the school something else about a child
    .title = What would you like to tell the school?
    .back = Go back
    .send = Send to the school
parent-about-nobody = I am not the parent or the guardian
parent-about-child = Which child?
parent-about-what = Your answer
parent-about-re-registration = I want to register them again for next year.
parent-about-not-my-child = This is not my child.
parent-about-not-guardian = I am not their legal guardian.
parent-about-done = Thank you for telling us.
    .body = The school has your message and will look into it. You can go on, or finish.

## The account itself, and the record of each child.

parent-account = My account
    .lead = Here you can change the address, the password or the language of your account.
parent-account-address = E-mail address
parent-account-change-address = Change the address
parent-account-address-changed = The address of your account is changed.
parent-account-password = Password
parent-account-change-password = Change the password
parent-account-password-changed = Your password is changed.
parent-account-language = Language
    .description = The language of the screen and of the school’s e-mails about your account.
parent-account-back = Back to my children
parent-new-address = Another address for your account
    .lead = A code will be sent to this address. The old one will be told of the change.
    .note = The address of your account changes. The one on the school’s file stays: ask the school office to change it too.
parent-new-address-field = New e-mail address
parent-new-address-back = Keep my address
parent-new-address-code = The code sent to the new address
    .lead = A code was sent to { $address }.
    .note = The e-mail can take a few minutes. Look in your junk mail too. Until the code is entered, your address does not change.
parent-new-address-again = A new code was sent. The old code is of no use any more.
parent-new-address-other = Do not change the address now
parent-new-address-taken = This address already has another parent account.
    .body = Your address has not changed. Choose another one, or ask the school office.
parent-change-password = Change the password
    .lead = First write your current password, then the new one twice.
parent-change-password-back = Keep my password
parent-current-password = Current password
parent-new-password = New password
parent-child-open = See the record
parent-child-name = Name
parent-child-school = School
parent-child-group = Group
parent-child-year = School year
parent-child-fiche = Fiche number (numéro de fiche)
parent-child-code = Permanent code (code permanent)
parent-child-none = none
parent-child-reveal = Hold to see the numbers
parent-child-back = Back to the list

## The end.

parent-summary = It is done
    .lead = This is what is recorded at the school.
parent-summary-address = Your address
parent-summary-proof-code = It is verified: you received the code.
parent-summary-proof-in-person = It is still to be verified. It was accepted in person; the school office will tell you how to verify it. Until then, your account cannot be used.
parent-summary-children = Your children
parent-summary-no-child = No child is tied to your account yet. The secretary can confirm one with you.
parent-summary-gate =
    { $count ->
        [one] { $count } child is left to confirm. Your children will be shown once each of them is confirmed, today or at your next visit.
       *[other] { $count } children are left to confirm. Your children will be shown once each of them is confirmed, today or at your next visit.
    }
parent-summary-portal = The parent portal
    .note = Keep this address. The school will tell you when to use it.
parent-summary-phone = Need help later?
parent-summary-another = Add another child

parent-ended-back = Back to the beginning
parent-ended-done = Thank you!
    .lead = Everything is recorded. What you wrote on the screen is erased.
parent-ended-cancelled-by-parent = The visit is over
    .lead = What you wrote on the screen is erased. You can begin again whenever you like.
parent-ended-cancelled-by-staff = The visit is over
    .lead = The school office closed the visit. Speak to them if you wish to continue.
parent-ended-timed-out = The visit is over
    .lead = Nothing was written for a while. The screen is erased to protect your information. You can begin again.
parent-ended-halted = Please see the person in charge
    .lead = We cannot continue on the screen. The person in charge will see you.
parent-ended-address-not-on-file = The visit is over
    .lead = The school office will tell you what to do next.
parent-ended-information-missing = The visit is over
    .lead = Some information is missing. The school office will tell you what to bring next time.
parent-ended-code-not-received = The visit is over
    .lead = The code did not come in time. The school office will tell you what to do next.
parent-ended-program-stopped = The visit is over
    .lead = The program stopped. You can begin again; what was confirmed is kept.

## The slip and the notices.

parent-slip = Your visit to the school office
    .number = Visit number
    .keep = Keep this slip. With this number, the office finds your visit again.
    .copy = copy
parent-notices = Good to know
parent-notice-in-french = This text is in French only.
parent-notice-template =
    A new portal for parents is coming. To link your child to it, you will need your e-mail address, the one on the school’s file, and your child’s numéro de fiche (file number) or code permanent (permanent code).
    The numéro de fiche is on the report card, the school supplies invoice, the daycare statement, the timetable or the student card. The code permanent is on the report card, the timetable, the identity card and the school’s official documents.
    The school never sends them by e-mail. Is one missing? Ask your child’s teacher or the school office.

## What is missing in a box.

parent-missing = Fill in this box.
parent-missing-birth-date = Write the day, the month and the year. The year has 4 digits.
parent-missing-code = The code has 6 digits.
parent-missing-service-centre = Choose a name from the list.

## What went wrong, said to the parent. `parent-error` is for all the rest.

parent-error = Something went wrong. Try again, or ask the school office for help.
parent-error-no-address-on-file = Ask at the office.
parent-error-account-of-another = Ask at the office.
parent-error-address-not-proven = First enter the code that the school sent you to open this account, or ask at the office.
parent-error-already-confirmed = This child is already in your account.
parent-error-agreement-needed = The school office will do this with you.
parent-error-claims-locked = For now, please speak to the school office: it can confirm your child with you.
parent-error-code-expired = This code no longer works. Ask for a new code.
parent-error-damaged = The program cannot continue. Please tell the school office.
parent-error-disk-full = Nothing could be recorded. Please tell the school office.
parent-error-holds-a-number = Ask at the office.
parent-error-file-trouble = Nothing could be recorded. Please tell the school office.
parent-error-handed-over = The school office has to open the counter again first.
parent-error-invalid = A box cannot be read. Look at what you wrote.
parent-error-address-taken = Please ask the school office.
parent-error-no-guardian = Please ask the school office first: it has to say which adult of the file you are.
parent-error-not-found = The screen has changed meanwhile. Go back to the list.
parent-error-invalid-current = This is not your current password.
parent-error-invalid-same-address = This is already the address of your account.
parent-error-invalid-address = This address is not complete. Example: { "name@example.ca" }
parent-error-invalid-again = The two passwords are not the same.
parent-error-invalid-birth-date = This date does not exist.
parent-error-invalid-code = The code has 6 digits.
parent-error-invalid-phone = This number is too long.
parent-error-mail-trouble = The e-mail cannot leave right now. Please tell the school office.
parent-error-no-mail-server = The e-mail cannot leave right now. Please tell the school office.
parent-error-no-visit = The visit is over. You can begin again.
parent-error-not-allowed = This is not possible right now. Ask the school office.
parent-error-not-signed-in = The counter is closed. Please speak to the school office.
parent-error-out-of-step = The screen has changed in the meantime. Look at what is asked now.
parent-error-password-refused = This password does not follow every rule yet.
parent-error-restricted = Please see the person in charge.
parent-error-sign-in-refused = The address and the password do not go together.
parent-error-too-late = Ask at the office.
parent-error-too-many =
    { $minutes ->
        [one] There were too many tries. Wait { $minutes } minute, or ask the school office for help.
       *[other] There were too many tries. Wait { $minutes } minutes, or ask the school office for help.
    }
parent-error-unexpected = Something went wrong. Try again, or ask the school office for help. Reference: { $reference }
parent-error-visit-under-way = Another visit is open. Ask the school office.
