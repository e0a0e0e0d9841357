### The secretary’s window.

desk-product = Guichet
desk-other-language = Français
desk-rooms = The rooms of the desk
desk-banners = To know now
desk-room-registry = Registry
desk-room-visit = Visit
desk-room-mail = Mail
desk-room-mailbox = Demo mailbox
desk-room-approvals = Approvals
desk-room-duplicates = Duplicates
desk-room-import = Import
desk-room-day = The day
desk-room-ready = Workstation
desk-room-staff = Staff
desk-room-journal = Journal
desk-room-notices = Notices
desk-room-settings = Settings
desk-count-visit = under way
desk-count-approvals = { $count }
desk-count-mail = { $count }
desk-count-import = { $count }
desk-sign-out = Close the desk
keys-show = Keyboard keys
keys-title = All by keyboard
keys-close = Close
keys-more = Tab goes from one field to the next, the arrows choose, Enter confirms, Escape closes a question.
key-search = Find a student, from anywhere
key-visit = Go to the visit
key-aside = Set the visit aside, and find the next family
key-take-up = Take up the visit that has waited longest
key-main = Confirm: the main act of the visit
key-keys = Show these keys
desk-back = Back
desk-next = Continue
desk-cancel = Cancel
desk-demo = Demo school: made-up students, no mail leaves.
desk-demo-leave = Leave the demo
desk-demo-password = The demo’s: une école inventée pour essayer

## The first start

first-title = Welcome to the desk
first-lead = Here a parent leaves with an account, and each child confirmed. Where shall we begin?
first-real = Set up this desk
first-real-what = For your school: the service centre, the first administrator, the recovery words, the mail. It takes about five minutes, paper and a pencil.
first-real-open = Set up this desk
first-demo = Try the demo school
first-demo-what = About 600 made-up students and their families, in a folder of their own. Nothing you do there reaches a real family.
first-demo-open = Open the demo
first-demo-again = Go back to the demo
first-demo-making = The made-up students are arriving. This takes a few seconds.
first-restore-question = Do you have a backup?
first-restore = Restore a backup

setup-steps = Steps of setting up
setup-step-school = School
setup-step-administrator = Administrator
setup-step-words = Recovery words
setup-step-mail = Mail
setup-school-title = Your school
setup-school-lead = A student’s fiche number holds within one service centre: that is what must be chosen first.
setup-service-centre =
    .label = School service centre or school board
    .description = Type a name, a former name, an acronym or a code.
setup-service-centre-missing = Choose a service centre from the list.
setup-school-name =
    .label = Name of the school
    .description = As the parents know it: it stands in the e-mails.
setup-school-name-missing = Write the name of the school.
setup-admin-title = The first administrator
setup-admin-lead = Their password is the key of this desk: there is no copy of it anywhere else.
setup-make = Create the desk
setup-making = The desk is being created. Making a strong key takes a few seconds.
setup-words-title = Your recovery words
setup-words-lead = { $count ->
    [one] Write this word on paper.
   *[other] Write these { $count } words on paper, in order. If the password is lost, they alone open the desk again.
}
setup-words-once = They will never be shown again. Keep the sheet locked up, away from this desk; take no photo of it.
setup-words-copied = I have written them down
setup-words-check-title = Let us check your sheet
setup-words-check-lead = Copy these three words from the paper.
setup-words-place = Word no. { $place }
setup-words-wrong = That is not the word. Look at your sheet again.
setup-words-again = See the words again
setup-words-kept = My sheet is right
setup-mail-title = The mail server
setup-mail-lead = Verification codes leave by e-mail. Without a server, visits are done in person only. You can do this later, in the settings.
setup-mail-done = Go to the desk

restore-title = Restore a backup
restore-lead = The copy is encrypted: a password that was valid on the day of the backup, or the recovery words, open it.
restore-file =
    .label = Backup file
    .description = Its full path on this computer.
restore-key = Open with
restore-key-password = a staff password
restore-key-words = the recovery words
restore-replaces = What is now on this desk is replaced by the backup.
restore-words-then = Then choose a new password with them: “Forgotten password?”.
restore-do = Restore

## Opening the desk

sign-in-title = Open the desk
sign-in-lead = Your password deciphers the registry of this desk.
sign-in-lead-demo = The demo school is on this desk.
sign-in-user = User name
sign-in-password = Password
sign-in-do = Open
sign-in-wrong = The user name or the password is wrong.
sign-in-wait = { $seconds ->
    [one] Wait { $seconds } more second.
   *[other] Wait { $seconds } more seconds.
}
sign-in-forgotten = Forgotten password? Use the recovery words
sign-in-damaged = The database is damaged. A backup can replace it.

recover-title = Come back with the recovery words
recover-lead = They open the desk again and give an administrator a new password.
recover-words = Recovery words
    .label = Recovery words
    .description = The 24 words, in order, with a space between them.
recover-user-name =
    .label = Administrator’s user name
    .description = The one who gets the new password.
recover-do = Open the desk again

handed-over-title = The screen is the parent’s
handed-over-lead = The registry is hidden, and the desk refuses everything until you take it back.
handed-over-password = PIN or password of { $user }
handed-over-take-back = Take the desk back

## The registry

registry-title = Registry
registry-count = { $count ->
    [0] No student yet.
    [one] { $count } student.
   *[other] { $count } students.
}
registry-empty = The registry is empty
registry-empty-what = A school never types its registry: it exports it from its student system, and Guichet reads it.
registry-search =
    .label = Find a child
    .description = Name, fiche number, permanent code, guardian, e-mail or phone. With the keyboard:
registry-results = Students found
registry-found = { $count ->
    [one] { $count } student found.
   *[other] { $count } students found.
}
registry-found-more = The first { $count }. Type more to see the others.
registry-found-near = { $count ->
    [one] Nobody has exactly that name. Did you mean:
   *[other] Nobody has exactly that name. The { $count } that come closest:
}
registry-proposal-waits = correction waiting
registry-near = similar name
registry-none = No student matches “{ $typed }”.
registry-none-help = Try one of the names alone, only its first letters, the fiche number, or a parent’s name, e-mail or phone.
registry-age-old = The registry is getting old.
registry-age-very-old = The registry is old: e-mails or guardians may have changed.
registry-age-never = No registry has been imported yet.
registry-age-days = { $days ->
    [0] Last import today.
    [one] Last import { $days } day ago.
   *[other] Last import { $days } days ago.
}
registry-age-import = Import a registry

found-by-name = found by name
found-by-fiche = found by fiche
found-by-permanent-code = found by permanent code
found-by-guardian = found by a guardian
found-by-address = found by e-mail
found-by-phone = found by phone

## Schools, groups, lists

lists-open = Schools and groups
lists-to-search = Back to the search
lists-to-schools = All schools
lists-to-groups = All groups
lists-to-all = Filter all students
lists-title = Schools and groups
lists-lead = How far the families are, school by school. A family has its account when at least one guardian who is allowed has an open account, confirmed for the child.
lists-schools = The schools of the registry
lists-school = School
lists-without-school = Without a school
lists-groups = The groups
lists-group = Group
lists-group-title = Group { $group }
lists-without-group = Without a group
lists-families = Families
lists-families-count = { $students ->
    [0] No student is here.
    [one] { $served ->
        [0] The family does not have its account yet.
       *[other] The family has its account.
    }
   *[other] { $served ->
        [0] None of the { $students } families has its account.
        [one] { $served } family of { $students } has its account.
       *[other] { $served } families of { $students } have their account.
    }
}
lists-incomplete = { $count ->
    [0] none
    [one] { $count } file
   *[other] { $count } files
}
lists-incomplete-label = Incomplete files
lists-missing = Families without an account
lists-missing-none = Every family of this group has its account.
lists-first = The first ones
lists-next = The next ones
lists-students-title = The students
lists-students-lead = Choose what the list shows; it can then be exported.
lists-students = Students
lists-students-none = No student meets these choices.
lists-student = Child
lists-family = Family
lists-adults = Guardians on file
lists-adults-none = no guardian on file
lists-filter-school = School
lists-filter-group = Group
lists-filter-any-school = All schools
lists-filter-any-group = All groups
lists-filter-presence = Presence
lists-filter-incomplete = Incomplete files only
lists-filter-unserved = Families without an account only
lists-address-known = e-mail on file
lists-address-unknown = e-mail unknown
lists-confirmed = child confirmed
lists-not-confirmed = child not confirmed
presence-here = Active students
presence-gone = Students who left
presence-both = Active and gone
family-none = no account
family-account = account, child not confirmed
family-awaiting-proof = account, e-mail to be proven
family-served = account and child confirmed

list-column-school = School
list-column-group = Group
list-column-here = Active
list-column-incomplete = Incomplete file
list-column-family = Family’s account
list-column-adults = Guardians
list-column-address = E-mail on file
list-yes = yes
list-no = no

export-open = Export this list
export-title = Export the list
export-what = The file is not encrypted: keep it where only staff can see it, and delete it afterwards. Numbers are masked in it. The export is recorded in the journal.
export-format = Format
export-format-csv = CSV
export-format-csv-note = opens in Excel in French
export-format-excel = Excel
export-format-excel-note = .xlsx workbook
export-path =
    .label = File to write
    .description = Its full path on this computer. Put no child’s name in the file’s.
export-file-csv = list.csv
export-file-excel = list.xlsx
export-do = Export
export-exists = There is already a file there.
export-replace = Replace it
export-done = { $students ->
    [0] The list is written. It is empty.
    [one] The list is written: { $students } student.
   *[other] The list is written: { $students } students.
}

school-finder-title = Which service centre is this school in?
school-finder =
    .label = Name of the school
    .description = Type a part of the name; add the municipality if several schools are called so.
school-finder-results = Schools found
school-finder-count = { $count ->
    [one] { $count } school found.
   *[other] { $count } schools found.
}
school-finder-more = The first { $count }. Say more to see the others.
school-finder-none = No school of the list has this name.
school-finder-empty = No list of schools is loaded. An administrator can load one in the settings.
school-finder-school = School
school-finder-municipality = Municipality
school-finder-centre = Service centre

school-list-title = The list of Québec’s schools
school-list-what = It says which service centre a school is in. The program brings none: take the one of Québec’s open data, as CSV, with the columns css, code, nom and municipalite.
school-list-count = { $schools ->
    [0] No list is loaded.
    [one] The list that is loaded has { $schools } school.
   *[other] The list that is loaded has { $schools } schools.
}
school-list-path =
    .label = The list’s file
    .description = It replaces the list that is loaded.
school-list-load = Load the list
school-list-loaded = { $schools ->
    [one] { $schools } school is loaded.
   *[other] { $schools } schools are loaded.
}
school-list-unusable = { $count ->
    [one] { $count } line could not be used: it lacks a code, a name or a known service centre.
   *[other] { $count } lines could not be used: they lack a code, a name or a known service centre.
}

## A child’s file

student-back = Back to the search
student-identity = Identity
student-last-names = Last names
student-first-names = First names
student-birth-date = Birth date
student-sex = Sex
student-fiche = Fiche number
student-fiche-masked = fiche { $fiche }
student-permanent-code = Permanent code
student-source = Source
student-imported = imported on { $at }
student-differs = Corrected here; the source says
student-differs-none = nothing
student-group = group { $group }
student-none = not on file
student-reveal = Hold to see
student-inactive = Inactive
student-inactive-what = This student was no longer in the last registry of their source.
student-incomplete = Incomplete file
student-incomplete-what = The birth date is missing, or both fiche and permanent code: no claim can match. Confirming in person remains possible.
student-siblings = Possible siblings
student-siblings-none = No other child has the same guardians.
student-guardians = Guardians
student-history = What was done on this file
student-history-none = Nothing yet.
student-locked = Claims closed for this child since { $at }
student-locked-what = Too many wrong claims. Confirming in person stays open.
student-unlock = Open claims again

sex-female = female
sex-male = male
sex-other = other

guardian-name = Name
guardian-adult = Adult
guardian-address = To reach them
guardian-phone = Phone
guardian-account = Account
guardian-visit = Visit
guardian-start-visit = Start the visit
guardian-start-other = Visit of another adult
guardian-visit-under-way = A visit is already under way. End it before starting another.
guardian-name-adult = This is the adult of the visit
guardian-none = No guardian on file
guardian-none-what = The registry names no adult. A visit can start, but no child will be confirmed in person without a named guardian.
guardian-no-address = No e-mail on file
guardian-differs = Corrected here; the source says:
guardian-language = language: { $language }
guardian-priority = priority { $priority }
guardian-suspended = suspended since { $at }
# Of a student of age to an adult on their file.
agreement-since = student’s agreement { $at }
agreement-open = The student agrees
agreement-withdraw = The student withdraws their agreement
agreement-withdraw-title = Withdraw the student’s agreement
agreement-no-more-to = no longer wants this adult to see their file:
agreement-withdraw-then = The link is suspended at once. Only the student, here, can agree again.
agreement-withdraw-do = Withdraw the agreement
agreement-title = The student’s agreement
agreement-to = agrees that this adult sees their file:
agreement-identity =
    .label = What says who the student is
agreement-if-offered = only if the student offers it
agreement-do = Record the agreement
agreement-rule = The student stands before you and says yes. Record the kind of document that says who they are; never its number.
student-of-age = The student has been 18 since { $day }.
student-of-age-what = It is for the student to say who sees their file. Without their agreement, the adults’ links are suspended.
guardian-revoked = link revoked on { $at }

relationship-mother = mother
relationship-father = father
relationship-parent = parent
relationship-guardian = guardian
relationship-relative = relative
relationship-other = other
relationship-unknown = not stated
access-restricted = Restricted
access-unknown = Access not stated
standing-none = no account
standing-awaiting-proof = account, e-mail to be proven
standing-account = account open
method-claim = confirmed by claim
method-in-person = confirmed in person

## Corrections of a file

correction-open = Correct
correction-open-child = Correct the identity
correction-open-new = Add an adult
correction-title = Correct an adult
correction-title-new = Add an adult
correction-title-child = Correct the child’s identity
correction-of-child = on the file of
correction-child-file = File of
correction-kind = What needs changing?
correction-kind-email = the e-mail address
correction-kind-name = the name
correction-kind-relationship = the relationship
correction-kind-restrict = restrict access
correction-kind-lift-restriction = lift the restriction
correction-what-email = Another person approves. The address before then gets a notice, which does not say the new one.
correction-what-name = Another person approves. The name changes on every file of this adult.
correction-what-relationship = Another person approves.
correction-what-new-guardian = Another person always approves a new adult.
correction-what-student = Another person approves. The correction stays when the registry is imported again, until the school’s own system says the same.
correction-what-student-stated = This is what the parent stated: compare it with the document. Another person approves; the parent then sends the claim again, without starting over.
correction-what-restrict = The restriction takes effect at once: this adult’s links with the child are suspended, mail that waits is dropped, their visit stops.
correction-what-lift-restriction = Where there are two administrators, the other approves. If the school’s registry still says “restricted”, the next import restricts again.
correction-email =
    .label = E-mail address
    .description = Copy it with the parent, letter by letter.
correction-relationship = Relationship to the child
correction-restriction-seen = Document seen
correction-child-seen =
    .label = Document seen, which says who the child is
    .description = The kind of document only: no number, no copy.
correction-field-last-names = Last names
correction-field-first-names = First names
correction-field-birth-date = Date of birth
correction-field-email = E-mail address
correction-field-phone = Telephone
correction-field-relationship = Relationship
correction-propose-do = Propose
correction-restrict-do = Restrict now
correction-restrict-other = Restrict an adult who is not on file
correction-restrict-other-what = Every road of this adult to this child will halt, by name or by e-mail address, on whichever file they stand. They will be shown on the child’s file, restricted. Only an administrator can do it, and the journal records it.
correction-restrict-email = E-mail address, if known
    .description = Anyone who gives this address will be halted for this child.

proposals-waiting = Corrections that wait
proposal-kind-email = Change the e-mail address
proposal-kind-name = Change the name
proposal-kind-relationship = Change the relationship
proposal-kind-new-guardian = Add an adult
proposal-kind-student = Correct the child’s identity
proposal-kind-restrict = Restrict access
proposal-kind-lift-restriction = Lift a restriction
proposal-state-pending = waiting
proposal-state-approved = approved
proposal-state-refused = refused
proposal-state-withdrawn = withdrawn
proposal-state-obsolete = obsolete: the file has changed
proposal-by = proposed by { $user }, { $at }
proposal-seen = Documents seen: { $documents }
proposal-child = Child
proposal-not-you-not-administrator = An administrator has to approve it.
proposal-not-you-same-person = You proposed it: another person has to approve it.
proposal-not-you-access-just-given = Whoever proposed it gave you access less than an hour ago: another person has to approve it.
proposal-not-you-same-visit = You confirmed a child to this adult during this visit: another person has to approve it.
proposal-approve = Approve
proposal-approve-title = Approve this correction?
proposal-approve-do = Approve
proposal-refuse = Refuse
proposal-refuse-title = Refuse this correction?
proposal-refuse-do = Refuse
proposal-refuse-reason = Why?
proposal-withdraw = Withdraw my proposal
proposal-second-what = The second person comes to this desk and gives their own name and password. The desk stays open in your name.
proposal-second-user = The second person’s user name
proposal-second-password = Their password
refusal-not-enough-seen = The documents seen are not enough
refusal-wrong-adult = It is not this adult
refusal-mistyped = A typing mistake
refusal-belongs-in-source = To be corrected in the school’s system
refusal-family-to-be-heard = The other adults on the file are to be heard first

approvals-title = Approvals
approvals-lead = One person proposes, another approves. Nothing changes on the file before.
approvals-empty = Nothing waits
approvals-empty-what = Corrections proposed from a child’s file or during a visit will appear here.
approvals-closed = The last decisions
approvals-column-kind = Correction
approvals-column-state = Outcome

duplicates-title = Duplicate adults
duplicates-lead = Two adults who may be one person. Nothing is merged by itself.
duplicates-empty = No duplicate in sight
duplicates-empty-what = Adults of one name who share a child, an address or a telephone will appear here.
duplicates-more = There are more: they will follow these.
duplicates-merge = It is the same person: merge
duplicates-apart = They are two persons
duplicates-two-accounts = Each has an account: close one of them first, with the parent.
duplicates-keep-name = Name to keep
duplicates-keep-email = Address to keep
duplicates-keep-phone = Telephone to keep
duplicates-keep-language = Language to keep
duplicates-merged = Merged lately
duplicates-merged-by = merged by { $user }, { $at }
duplicates-from = Addresses before:
duplicates-undo = Undo
alike-by-name-and-child = Same name, same child
alike-by-name-and-phone = Same name, same telephone
alike-by-address-and-alike-name = Same address, names alike

complete-open = Complete the file
complete-title = Complete the file
complete-what = From an official document of the student. Only what is missing can be written here.
complete-do = Save

settings-corrections = Corrections of files
settings-secretaries-alone = Secretaries approve corrections, their own too.
settings-same-person-in-visit = One person may, in one visit, approve an adult’s address and confirm a child to that adult.
settings-corrections-always = Where no address was on file, or for a new adult, two persons are still needed: no notice could warn the family.

## Is the desk ready?

ready-title = Is the desk ready?
ready-lead = Everything that can stop a visit, with what mends it.
ready-amiss = { $count ->
    [one] Before the first family, one thing needs a look.
   *[other] Before the first family, { $count } things need a look.
}
ready-seen = Seen
ready-all = Check everything
ready-check-again = Check again
ready-looked-at = This workstation was checked { $at }.
ready-not-looked = This workstation has not been checked yet.
ready-level-good = in order
ready-level-warning = needs a look
ready-level-bad = to be mended
ready-level-not-known = not known
ready-check-registry = Registry
ready-check-mail = Mail server
ready-check-disk = Disk
ready-check-clock = Clock
ready-check-printer = Printer
ready-check-backup = Backup
ready-check-journal = Journal
ready-check-waiting = What waits
ready-mail-good = Codes can leave.
ready-mail-trouble = Codes do not leave: { $trouble }
ready-mail-advice = Mail waits, and leaves as soon as the server answers. Meanwhile, visits are made in person.
ready-disk = Free space: { NUMBER($gigabytes) } GB.
ready-disk-advice = Make room on this computer: a full disk stops all writing.
ready-disk-not-known = This system does not say how much room is left.
ready-clock-good = The clock runs as it should.
ready-clock-backward = { $minutes ->
    [one] The clock went back by about a minute.
   *[other] The clock went back by { $minutes } minutes.
}
ready-clock-drift = The clock is { $minutes } minutes off the mail server’s.
ready-clock-advice = Set this computer’s time, automatically if you can: the codes and the journal depend on it.
ready-printer = { $count ->
    [0] No printer.
    [one] One printer.
   *[other] { $count } printers.
}
ready-printer-advice = Add one in the computer’s settings, or write the number of the visit down by hand.
ready-printer-not-known = This system does not say whether there is a printer.
ready-backup = { $days ->
    [0] Last backup today: { $at }.
    [one] Last backup { $days } day ago: { $at }.
   *[other] Last backup { $days } days ago: { $at }.
}
ready-backup-never = No backup has been made yet.
ready-backup-advice = Ask an administrator for a backup.
ready-backup-do = Make a backup
ready-journal-good = { $count ->
    [one] The chain holds: { $count } entry.
   *[other] The chain holds: { NUMBER($count) } entries.
}
ready-journal-broken = The chain no longer holds from entry { $number } on: the journal was changed or cut.
ready-journal-advice = Tell the person in charge before you go on. An older backup will say what is missing.
ready-journal-go = See the journal
ready-waiting = { $count ->
    [0] Nothing waits for anybody.
    [one] { $count } thing waits for you.
   *[other] { $count } things wait for you.
}
ready-waiting-approvals = { $count ->
    [one] { $count } approval
   *[other] { $count } approvals
}
ready-waiting-requests = { $count ->
    [one] { $count } request
   *[other] { $count } requests
}
ready-waiting-imports = { $count ->
    [one] { $count } registry dropped
   *[other] { $count } registries dropped
}

## Undoing what was done at the desk

taking-back-open = Undo…
taking-back-title = Undo what was done at the desk
taking-back-of = On the file of
taking-back-what = What is to be undone?
taking-back-child = The confirmation of this child, for { $address }
taking-back-account = The whole account { $address }: it is closed
taking-back-reason = Why?
taking-back-reason-missing = Choose a reason.
taking-back-reason-wrong-child = It was not the right child
taking-back-reason-wrong-adult = It was not the right adult
taking-back-reason-not-enough-seen = The documents seen were not enough
taking-back-reason-not-them = The person says that it was not them
taking-back-reason-family-asks = The family asks for it
taking-back-reason-no-longer-holds = The link no longer holds, by decision
taking-back-then = The account no longer shows the child, at once. A notice goes to the account’s address. Nothing is erased: the journal keeps both acts.
taking-back-until = You can do it until { $at }; after that, an administrator can.
taking-back-do = Undo

## The day

day-title = The day
day-lead = What was done, what waits, and what is left before closing.
day-board = The day as a picture
day-hours = Visits by hour
day-hour = Hour
day-hour-of = { $hour }:00
day-visits = Visits
day-no-visit = No visit yet.
day-under-way = { $count ->
    [0] No visit under way.
    [one] One visit under way or set aside.
   *[other] { $count } visits under way or set aside.
}
day-ends = How they ended
day-cause = End
day-waiting = What waits
day-waiting-none = Nothing waits.
day-waiting-state = State
day-waiting-what = What
day-waiting-about = About
day-waiting-since = Since
waiting-kind-mail = E-mail
waiting-kind-approval = Approval
waiting-kind-request = Request
waiting-kind-import = Registry dropped
day-unproven = Addresses to prove
day-unproven-none = Every address is proven.
day-unproven-address = Address
day-unproven-adult = Adult
day-coming-of-age = Soon 18
day-coming-of-age-none = Nobody for now.
day-coming-of-age-what = From that day on no adult sees anything without the student’s agreement. It is recorded on the file, when the student is here.
day-coming-of-age-student = Student
day-coming-of-age-group = Group
day-coming-of-age-on = 18 on
day-stopped = Stopped visits and families to call back
day-stopped-none = No stopped visit, no family to call back.
day-stopped-number = Visit
day-stopped-cause = Why
day-stopped-family = Family
day-stopped-call = Call
day-call-reached = Reached
day-call-not-reached = Not reached
call-outcome-reached = reached
call-outcome-not-reached = not reached, to be called
day-no-phone = no telephone on file
day-nobody = nobody is named
day-made = Confirmed today
day-made-none = Nothing was confirmed today.
day-made-at = Time
day-made-child = Child
day-made-how = How
day-made-by = By
day-act = Act
day-close = Close the day
day-close-what = Note the journal’s head elsewhere, make a backup, then close. What still waits is here tomorrow.
day-close-do = Close the day
day-close-again = Close again
day-closed = Day closed at { $at } by { $user }. { $left ->
    [0] Nothing was waiting.
    [one] One thing was still waiting.
   *[other] { $left } things were still waiting.
}
day-backup-never = No backup has been made yet.
day-backup-last = Last backup: { $at }.
day-backup-ask = An administrator makes the backups.
ready-check-day = Day
ready-day = The day of { $day } was not closed.
ready-day-go = See the day

slip-open = Visit slip
slip-title = Slip of visit { $number }
slip-what = Without any personal information: the family may keep it. Printing is noted in the journal.
slip-copy = copy
slip-print = Print

## The locked desk

lock-now = Lock

## The person’s own PIN, to take the desk back

pin-open = My PIN
pin-title = My PIN
pin-what = 4 to 8 digits, to take the desk back after handing it over to the parent or locking it. It opens nothing else: the password is still asked for at sign-in. After five wrong PINs, the password is needed.
pin-is-set = You have a PIN. A new one takes its place.
pin-new =
    .label = New PIN
    .description = Neither one digit repeated, nor digits in a row.
pin-password = Your password
pin-set = Save
pin-remove = Remove the PIN
locked-title = The desk is locked
locked-lead = Nobody has touched the screen for a while. The visit is kept, and mail goes on leaving.
locked-open = Unlock
lock-soon = { $seconds ->
    [0] The desk locks.
    [one] The desk locks in { $seconds } second.
   *[other] The desk locks in { $seconds } seconds.
}
lock-soon-what = Press a key or move the mouse to go on.
lock-stay = I am here
settings-idle = Locking
settings-idle-what = Without any input in the two windows, the desk hides and asks for the PIN or the password. The parent’s window is cleared.
settings-idle-minutes =
    .label = Minutes without input
    .description = From 1 to 60. A warning comes one minute before.
settings-idle-wrong = A number from 1 to 60.

## Notices to parents

notices-title = Notices to parents
notices-lead = What the parents’ welcome screen announces, between two dates, in each language.
notices-none = No notice
notices-none-what = A notice tells families before the portal goes live.
notices-new = Write a notice
notices-edit = Change
notices-remove = Remove
notices-days = from { $first } to { $last }
notices-shown = shown today
notices-later = not shown yet
notices-languages = Languages
notices-form = The notice
notices-first-day = First day
notices-last-day = Last day
notices-text = Text – { $language }
notices-text-french = Required: languages without a text show the French.
notices-template = Begin with the go-live message
notices-never = Never a fiche number or a permanent code: say on which papers they are.
notices-dates-missing = Give both dates, in order.
notices-save = Save the notice

## The visit

visit-title = Visit no. { $number }
visit-title-none = Visit
visit-none-lead = One family at a time, from greeting to summary.
visit-none = No visit under way
visit-none-what = Find the child and start the visit with one of their guardians, or let the parent give their e-mail.
visit-find-child = Find the child
visit-start-open = Start without a file
visit-banner = Visit no. { $number } is under way.
visit-banner-help = The parent of visit no. { $number } asks for help.
visit-banner-go = Go to the visit
visit-adult-unknown = Adult not known yet
visit-language = language: { $language }
visit-someone-helps = someone is helping the parent
visit-steps = The road of the visit
visit-road-language = Language
visit-road-address = E-mail
visit-road-code = Code
visit-road-password = Password
visit-road-children = Children
visit-road-summary = Summary
visit-step-language = The parent is choosing a language.
visit-step-address = The parent is giving their e-mail.
visit-step-code = The parent is waiting for the code and typing it.
visit-step-sign-in = The parent has an account and is giving its password.
visit-step-new-password = The parent is choosing a password.
visit-step-children = The parent is stating their children, or you confirm them in person.
visit-step-account = The parent is in their account: address, password, language.
visit-step-summary = All is done: the summary is on the parent’s screen.
visit-step-ended = The visit is over.
visit-hand-over = Hand the screen over
visit-set-aside = Set aside
aside-title = Visits set aside
aside-rail-title = Set aside
aside-rail = No. { $number }
aside-since = Aside since { $at }
aside-take-up = Take up
aside-awaits-code = Waits for its code.
aside-awaits-approval = Waits for an approval.
aside-awaits-address-proof = Waits for the proof of its address.
aside-awaits-family = Waits for the family.
aside-awaits-nothing = Stopped: take it up to see why.
aside-code = Code: { $state }
aside-code-over = Its code is of no use any more.
visit-resume = Take this visit up again
visit-screen = On the parent’s screen
interrupted-title = Visits to take up again
interrupted-what = They stopped before their end. For 24 hours each may go on with what was already said. No code or password is kept.
interrupted-drop = Drop
interrupted-banner = { $count ->
    [one] A visit was cut short.
   *[other] { $count } visits were cut short.
}
interrupted-banner-what = The program stopped before the end. What was confirmed is kept.
interrupted-banner-go = Take up or drop
visit-needs-help = The parent asks for help.
visit-needs-help-what = Their screen says that you are coming.
visit-answer-help = I am going

visit-who = The adult at the desk
visit-who-unknown = They will be known by their e-mail, or chosen from a child’s file.
visit-who-choose = Guardians who have this e-mail. Who is here?
visit-address = E-mail and code
visit-address-none = The parent has not given an e-mail yet.
visit-address-on-file = E-mail on file
visit-address-is-on-file = This e-mail is on file.
visit-address-not-on-file = This e-mail is on no file.
visit-has-account = There is an account with this e-mail.
visit-new-address = New address wished for the account. It changes with the code only.
visit-code-sent = Sent at { $at }
visit-code-expires = Valid until { $at }
visit-code-wrong = { $count ->
    [one] { $count } wrong code so far.
   *[other] { $count } wrong codes so far.
}

accounts-title = { $count ->
    [one] This adult’s account
   *[other] This adult’s accounts
}
accounts-two = This adult has two accounts.
accounts-two-what = If they wish, one of the two can be closed once they are in the other. Nothing passes from one to the other: a child stays only when confirmed in the account that is kept.
accounts-since = since { $at }
accounts-own = this visit’s account
accounts-no-child = no child confirmed
accounts-not = Cancel
accounts-recover = New password, in person
accounts-recover-title = Let them choose a new password?
accounts-recover-what = You have seen the document and compared its name with the guardian’s. The parent will choose the password on their screen; you will not see it. A notice leaves for this address.
accounts-recover-do = I saw the document: continue
accounts-close = Close this account
accounts-close-title = Close this account?
accounts-close-what = Only if the parent wishes. Nobody gets in any more, and a notice leaves for this address. An administrator can open it again.
accounts-close-do = I saw the document: close
accounts-closed = closed on { $at }:
accounts-reopen = Open this account again

visit-children = Children
visit-children-none = No child confirmed yet.
visit-children-open = To confirm
visit-children-open-what = Each child asks for a confirmation of its own: by the parent’s claim, or in person.
visit-gate = { $count ->
    [one] Account from before: { $count } child is left to confirm.
   *[other] Account from before: { $count } children are left to confirm.
}
visit-gate-what = Nothing is shown to this adult until each child is confirmed once: by their claim, or in person.
visit-sibling = same guardian: perhaps a sibling
visit-child-before = before this visit
visit-in-person = Confirm in person
visit-in-person-needs-guardian = To confirm in person, one must first know which guardian on file is here.
visit-in-person-title = Confirm in person
visit-in-person-child = Child:
visit-in-person-rule = Compare the name on the document with the guardian’s. Note only the kind of document: never a number, never a copy.
visit-in-person-identity =
    .label = What says who the adult is
visit-in-person-tie =
    .label = What ties them to the child
visit-in-person-if-offered = only if the parent offers it
visit-in-person-do = I have seen both: confirm
visit-identity-what = Have you seen who the adult is? You can offer the email on file on their screen, or accept it in person, without a code.
visit-identity-was-seen = Document seen: { $document }.
visit-offer-address = Offer the email on the parent’s screen
visit-address-offered = Email offered on the parent’s screen
visit-accept-address = Accept in person, without a code
visit-accept-address-what = Without a code, the account stays closed until the parent enters here the code that their mailbox will get: it is valid for 7 days.
visit-accept-address-later = Possible once the parent has chosen a language.
visit-tie-none = Not now
visit-confirm-children = I have seen the documents: confirm
guardian-resend-proof = Send the address code again
visit-in-person-later = Possible once the parent has their account: at the step of the children.
document-passport = Passport
document-permanent-resident-card = Permanent resident card
document-citizenship-certificate = Citizenship certificate
document-other-official-with-photo = Other official document with a photo
document-driving-licence = Driving licence
document-health-card = Health insurance card
tie-birth-certificate = Birth certificate
tie-school-document = School document
tie-court-document = Court document

visit-end = Stop the visit
visit-end-title = Stop this visit?
visit-end-what = The code dies at once. Nothing unfinished stays; what is already confirmed remains.
visit-end-cause = Why?
visit-end-not = Go on with the visit
visit-end-do = Stop
visit-summary = { $count ->
    [0] The visit is done. No child confirmed this time.
    [one] The visit is done: { $count } child confirmed.
   *[other] The visit is done: { $count } children confirmed.
}
visit-summary-what = The account is registered here. It does not open the service centre’s portal yet.
visit-ended = Visit stopped: { $cause }
visit-ended-what = Its codes are dead. A new visit can start.
visit-close = Next family

end-cause-done = done
end-cause-cancelled-by-parent = the parent stops
end-cause-cancelled-by-staff = the secretary stops
end-cause-timed-out = time is over
end-cause-halted = restriction
end-cause-address-not-on-file = the e-mail is not on file
end-cause-information-missing = information is missing
end-cause-code-not-received = the code did not arrive
end-cause-program-stopped = the program stopped

claim-title = Claim of { $at }
claim-table = The claim beside the file
claim-column-field = Field
claim-column-stated = Stated
claim-column-file = On file
claim-column-verdict = Why
claim-nothing = (nothing)
claim-field-service-centre = Service centre
claim-field-last-names = Last names
claim-field-first-names = First names
claim-field-birth-date = Birth date
claim-field-number = Fiche or permanent code
claim-outcome-match = The claim matches the file.
claim-outcome-mismatch = It does not match the file.
claim-outcome-unknown = No child has this number.
claim-outcome-incomplete = The child’s file is incomplete.
claim-outcome-not-on-file = It matches, but this adult is not on the child’s file.
claim-outcome-of-age = It matches, but the student is 18 and has not agreed.
claim-outcome-restricted = A restriction halts this adult.
claim-outcome-locked = Claims are closed for this child.
verdict-same = same
verdict-missing-part = a part is missing
verdict-extra-part = one part too many
verdict-other-order = other order
verdict-swapped = last and first names swapped
verdict-shortened = diminutive or initial
verdict-other-script = other script
verdict-different = different
verdict-not-given = not given
verdict-not-on-file = not on file

## The diagnosis: what is wrong, and the act that mends it

diagnosis-until = Possible again at { $at }.
diagnosis-restricted = The visit has stopped.
    .what = A restriction concerns this adult. Their screen asks them to see the person in charge, with no word of the child. Say no more at the desk.
diagnosis-address-waits = A correction waits for a second person.
    .what = They can come and approve at this desk. The visit then goes on by itself: nothing is begun again.
diagnosis-no-address-on-file = This guardian has no e-mail address on file.
    .what = See an identity document, then propose their address. Once approved, it is offered on the parent’s screen.
diagnosis-address-not-on-file = This address is on no file. No code has left.
    .what = Compare it with the one on file: one letter, an old address? If it is right, propose it for the guardian who is here, having seen an identity document.
diagnosis-address-approved = This address is on file now.
    .what = No code has left for it yet.
diagnosis-sendings-used-up = Too many codes were asked for this address.
    .what = Wait, take another address on file, or go on without a code.
diagnosis-code-waits = The code is leaving.
    .what = This can take a minute or two.
diagnosis-code-refused = The code has not left.
    .what = Here is what the server says. The visit can go on in person, without a code.
diagnosis-code-sent = The code has left.
    .what = If it does not come, look into the junk mail with the parent, then send another.
diagnosis-code-expired = The code has expired.
    .what = Send another.
diagnosis-code-dead = Too many wrong codes: this one is dead.
    .what = Send another.
diagnosis-passwords-paused = Too many wrong passwords.
    .what = The parent can go back to the address, receive a code and choose a new password.
diagnosis-has-account = This address has an account already.
    .what = The parent gives its password. If it is forgotten, their screen lets them choose another.
diagnosis-two-accounts = This adult has more than one account.
    .what = Each account has its own address. Ask the parent which one they keep; they go on with that one.
diagnosis-claims-paused = Too many claims did not match: they are closed for a while for this address.
    .what = Confirming in person stays open.
diagnosis-claims-locked = Claims are closed for this child, after too many tries.
    .what = Open them again if the parent is the one on file, or confirm in person.
diagnosis-file-incomplete = The child’s file is incomplete.
    .what = No claim can match. Confirm in person, or complete the file.
diagnosis-student-of-age = The student is 18, and has not agreed to this adult.
    .what = Nothing was confirmed. The agreement is recorded on the file, when the student is here; the claim will match then.
diagnosis-adult-not-on-file = The claim is right, but this adult is not on the child’s file.
    .what = Nothing was confirmed. Having seen who they are and what ties them to the child, you may propose to add them.
diagnosis-names-unlike = The names stated are not those on file.
    .what = The parent only read “does not match”. The difference is below: correct the claim with them, or confirm in person. If a document shows that they are right, correct the file.
diagnosis-claim-unlike = The claim does not match the file.
    .what = The parent only read “does not match”. The difference is below.
diagnosis-file-waits = A correction of the child’s file waits for a second person.
    .what = They can come and approve at this desk. The parent then sends the claim again: nothing is started over.
diagnosis-file-corrected = The child’s file is corrected.
    .what = The parent may send the claim again: what they wrote is still on their screen.
diagnosis-number-unknown = No child has this number.
    .what = Ask for the paper: a digit may be missing.
diagnosis-other-service-centre = The parent chose another service centre: { $centre }.
    .what = Their child is not found here. If the choice is right, that is where to go. Guichet has neither the telephone nor the web site of that centre.
diagnosis-sibling-missing =
    { $count ->
        [one] Another child of this adult is not confirmed.
       *[other] { $count } other children of this adult are not confirmed.
    }
    .what = Each needs a confirmation of their own. Ask the parent whether they wish it.

mend-approve-proposal = Approve at this desk
mend-propose-address = Propose this address
mend-name-adult = Find the child and the adult
mend-propose-adult = Propose this adult for the file
mend-other-address = Ask for another address
mend-resend-code = Send another code
mend-see-mail = See the mail
mend-accept-in-person = Go on in person, without a code
mend-correct-claim = Let the parent correct it
mend-correct-file = Correct the child’s file
mend-confirm-in-person = Confirm in person
mend-confirm-siblings = See the children to confirm
mend-unlock-claims = Open claims again
mend-open-file = Open the file

limits-title = Limits in force
limits-until = Lifted { $at }.
limit-codes-to-address = Too many codes asked for
limit-wrong-codes = Code dead after too many tries
    .lifted = A new code lifts it.
limit-claims-by-address = Claims closed for this address
limit-passwords-by-address = Passwords closed for this address
limit-claims-on-child = Claims closed for this child
    .lifted = You can lift it; the journal records it.

## What families ask

desk-room-requests = Requests
desk-count-requests = { $count }
mend-take-down-request = Take down a registration request
requests-title = Requests
requests-lead = What families ask of the school, and what a parent said of a child. A closed request is erased by itself on the next 30 June, not before 30 days.
requests-empty = No request waits
requests-empty-what = They come from the parent’s screen, or from here.
requests-closed = Closed requests
requests-kind = Request
requests-taken = Taken
requests-again = Open again
request-kind-first-registration = First registration
request-kind-re-registration = Registration again for next year
request-kind-not-my-child = A parent says: “This is not my child”
request-kind-not-guardian = A parent says: “I am not the legal guardian”
request-state-new = new
request-state-called = family reached
request-state-closed = closed
request-put-new = Put back as new
request-put-called = Family reached
request-put-closed = Close
request-child = Child
request-birth-date = Birth date
request-school-wished = School wished
request-adult = Who asks
request-email = E-mail
request-phone = Telephone
request-language = Language
request-taken = Taken
request-taken-by = { $at }, by { $user }
request-taken-by-parent = { $at }, at the parent’s screen
request-new-title = First registration request
request-new-do = Add to the list
request-documents = To ask the family to bring
request-document-birth = the child’s birth certificate
request-document-residence = a proof of residence
request-document-report = the last report card, if the child has been at school before
request-document-status = the immigration documents, if the child was born outside Canada

## The import

import-title = Import
import-lead = A CSV or Excel file, a folder or a zip archive. Nothing is written before you apply it.
import-path =
    .label = Registry to read
    .description = Type the path, or choose the file or the folder.
import-preview = Preview
import-reading = Reading and comparing with the registry…
import-preview-title = What this registry would change
import-format = Format: { $format }
import-format-csv = table
import-format-one-roster = OneRoster
import-format-school-data-sync = School Data Sync
import-read = { $students ->
    [one] Read: { $students } student
   *[other] Read: { $students } students
}, { $guardians ->
    [one] { $guardians } guardian
   *[other] { $guardians } guardians
}, { $guardianships ->
    [one] { $guardianships } link.
   *[other] { $guardianships } links.
}
import-number = { NUMBER($count) }
import-count-new = new
import-count-changed = changed
import-count-unchanged = unchanged
import-count-gone = gone
import-count-unusable = unusable lines
import-apply = Apply
import-applying = Writing the registry…
import-other = Read another registry
import-applied = The registry is up to date.
import-to-registry = Find a child
import-nothing-changes = This registry changes nothing.
import-alarms = Is it the right file?
import-alarm-many-gone = Students of these schools are not in the file: { $count } of { $of }.
import-alarm-other-schools = Students are in schools that this desk does not know: { $count } of { $of }.
import-alarm-emails-changed = Guardians get another e-mail address: { $count } of { $of }.
import-accept-alarms = It is the right file: apply it all the same.
import-notes = Worth a look
import-unusable = { $count ->
    [one] { $count } unusable line
   *[other] { $count } unusable lines
}
import-unusable-what = The rest goes in. Correct these lines in the school’s system, then export again.
import-more = { $count ->
    [one] And { $count } more.
   *[other] And { $count } more.
}
import-lines = Students new, changed or gone
import-column-file = File
import-column-line = Line
import-column-field = Field
import-column-value = Value
import-column-reason = Reason
import-column-change = Effect
import-column-student = Student
import-column-group = Group
import-column-fields = Before → after
import-change-new = new
import-change-changed = changed
import-change-unchanged = unchanged
import-change-gone = gone
import-field-line = line
import-field-source-id = source id
import-field-fiche = fiche
import-field-permanent-code = permanent code
import-field-last-names = last names
import-field-first-names = first names
import-field-birth-date = birth date
import-field-sex = sex
import-field-school = school
import-field-group = group
import-field-status = status
import-field-guardian-name = a guardian’s name
import-field-guardian-email = a guardian’s e-mail
import-field-guardian-phone = a guardian’s phone
import-field-relationship = relationship
import-field-language = language
import-field-priority = priority
import-field-access = access
import-field-role = role
import-reason-missing = the value is missing
import-reason-name-not-split = last and first names in one cell, and nothing parts them
import-reason-control-character = forbidden invisible character
import-reason-damaged-character = damaged character
import-reason-error-cell = the spreadsheet’s formula failed
import-reason-too-long = too long
import-reason-too-many = more than 50 guardians for one student
import-reason-extra-cells = too many cells in the line
import-reason-invalid-date = unreadable date
import-reason-invalid-fiche = unreadable fiche
import-reason-invalid-permanent-code = unreadable permanent code
import-reason-invalid-email = unreadable e-mail
import-reason-unknown-word = unknown word in this column
import-reason-conflicting-repeat = an earlier line says otherwise of the same student
import-reason-keys-disagree = one key says one child, the other key another
import-reason-same-person-twice = the same student twice
import-reason-reference-to-nobody = refers to someone who is not in the file
import-reason-not-a-student = link with someone who is no student
import-reason-not-a-guardian = this adult is no guardian
import-note-no-student = The tables have no student.
import-note-header-guessed = Headers read despite a slip: { $count }
import-note-temporary-code = Temporary permanent codes, not kept: { $count }
import-note-permanent-code-birth-date = Permanent code and birth date disagree: { $count }
import-note-permanent-code-sex = Permanent code and sex disagree: { $count }
import-note-permanent-code-prefix = Permanent code and name disagree (the name may have changed): { $count }
import-note-shared-permanent-code = One permanent code for two students: { $count }
import-note-shared-address = One e-mail for two adults, kept apart: { $count }
import-note-two-addresses = Same name and phone with two e-mails, kept apart: { $count }
import-note-same-names = Same names as another student, kept apart: { $count }
import-note-identity-changed = Same key with other names and another birth date: { $count }
import-note-restriction-kept = Restrictions the file no longer says, kept: { $count }
import-note-restriction-extended = Adults like a restricted adult, restricted too: { $count }
import-note-gone-not-told = Some lines could be any student: nobody is told gone.
import-note-unanswered = Questions without an answer, people kept apart: { $count }
import-note-correction-kept = Corrections made at the desk that the source does not say, kept: { $count }
import-note-meaning-guessed = Columns known by their values: { $count }
import-note-header-contradicted = Columns whose values are not what the header says: { $count }
import-note-profile-used = The columns are those of a saved profile, which was followed.
import-note-encoding-guessed = The text encoding is a guess: check the accents.
import-note-no-final-newline = The last line has no end.
import-note-sheet-chosen = The workbook has several sheets: the one with the students was read.
import-note-rows-above-header = Lines above the headers were passed over.
import-note-extra-column = Columns that are not read: { $count }
import-note-spreadsheet-number = Some fiche numbers have a spreadsheet’s decimal (“123.0”).
import-note-serial-date = Some dates are written as a spreadsheet’s count of days.
import-note-date-order-assumed = Nothing tells day from month: the day is read first.
import-note-month-first = The month is written before the day.
import-note-names-parted = Last and first names in one cell, parted by capitals or by the permanent code.
import-note-names-unclear = Last and first names in one cell that nothing parts: those lines are left out.
import-note-header-case = Headers read despite their capitals: { $count }
import-note-columns-reordered = Tables with columns in another order: { $count }
import-note-other-separator = Tables parted by something else than commas: { $count }
import-note-word-case = Tables with words in other capitals (TRUE, Student): { $count }
import-note-slash-date = Dates with slashes, read in the order that their column shows, else day first; check one: { $count }
import-note-inner-folder = The tables lie in a folder of the archive.
import-note-manifest-missing = The export has no manifest.csv: its tables tell the format.
import-note-unknown-version = manifest.csv names an unknown version: the tables tell how to read it.
import-note-optional-file-missing = Tables that are announced or usual, and absent: { $count }
import-note-inactive-at-source = Rows inactive or to be deleted at the source: { $count }
import-note-user-disabled = People without access at the source (enabledUser), kept: { $count }
import-note-school-chosen = Students of several schools without a main one; the first is kept: { $count }
import-note-several-homerooms = Students in several homerooms; none is kept: { $count }
path-pick-file = File…
path-pick-folder = Folder…
path-pick-place = Choose…

## The import: how the table is read

import-meaning-none = do not read
import-meaning-fiche = fiche number
import-meaning-permanent-code = permanent code
import-meaning-last-names = student’s last names
import-meaning-first-names = student’s first names
import-meaning-full-name = student’s last and first names
import-meaning-birth-date = birth date
import-meaning-sex = sex
import-meaning-school-code = school code
import-meaning-school = school
import-meaning-group = group
import-meaning-status = status (active or inactive)
import-meaning-home-language = language at home
import-meaning-adult-last-names = last names ({ $adult })
import-meaning-adult-first-names = first names ({ $adult })
import-meaning-adult-full-name = last and first names ({ $adult })
import-meaning-adult-email = e-mail ({ $adult })
import-meaning-adult-phone = phone ({ $adult })
import-meaning-adult-relationship = relationship ({ $adult })
import-meaning-adult-language = language ({ $adult })
import-meaning-adult-priority = calling priority ({ $adult })
import-meaning-adult-access = access to the file ({ $adult })
import-adult-mother = mother
import-adult-father = father
import-adult-tutor = legal guardian
import-adult-respondent =
    { $number ->
        [0] guardian
       *[other] guardian { $number }
    }
import-confidence-sure = sure
import-confidence-guessed = guessed
import-confidence-unknown = unknown
import-values-empty = empty
import-values-permanent-code = permanent codes
import-values-date = dates
import-values-email = e-mails
import-values-phone = phones
import-values-sex = sexes
import-values-school-code = school codes
import-values-number = numbers
import-values-text = text
import-separator-semicolon = semicolon
import-separator-comma = comma
import-separator-tab = tab
import-separator-pipe = vertical bar
import-encoding-utf-8 = UTF-8
import-encoding-utf-16le = UTF-16 (little-endian)
import-encoding-utf-16be = UTF-16 (big-endian)
import-encoding-windows-1252 = Windows-1252 or Latin-1
import-dates-plain = The dates read one way only.
import-dates-day-first = The day is written before the month.
import-dates-month-first = The month is written before the day.
import-dates-ambiguous = Nothing tells day from month: say which comes first.
import-dates-mixed = Some dates have the day first and others the month: say which is right. The other lines are left out.
import-date-order-day-first = day, month, year
import-date-order-month-first = month, day, year
import-names-plain = Last and first names stand apart.
import-names-last-first = Last names come before first names.
import-names-first-first = First names come before last names.
import-names-unclear = Nothing parts last names from first names: say which come first. A compound name stays unreadable without a permanent code: its line is left out.
import-name-order-last-first = last names, then first names
import-name-order-first-first = first names, then last names

## The import: the room, the table, the preview, the writing

import-choose = Read a registry
import-extent = What the file holds
import-extent-partial = Some of the students
    .note = A student is said to be gone only when their school is in the file.
import-extent-complete = All the students of this source
    .note = Whoever is not in the file is said to be gone, whatever the school.
import-school =
    .label = One school only (optional)
    .description = Its six-digit code. Only its students are read, and those whose school the file does not say are placed there.
import-how-read = See how the file is read
import-change-reading = Change how the file is read
import-preview-again = Preview again
import-mapping-title = How the file is read
import-mapping-what = Check what each column means. The values help you; numbers are masked in them once their column is said.
import-mapping-columns = { $count ->
    [one] { $count } column
   *[other] { $count } columns
}
import-mapping-header = Column
import-mapping-meaning = What it means
import-mapping-meaning-of = What the column { $header } means
import-mapping-sure = How sure
import-mapping-samples = Some values
import-mapping-nameless = (no header, column { $place })
import-mapping-forbidden = never read
import-mapping-contradicted = The header says one thing, the values another ({ $values }).
import-proposing = Reading again…
import-separator = Separator
import-encoding = Text encoding
import-encoding-unsure = Guessed: check the accents in the values.
import-sheet = Sheet
import-header-line =
    .label = Line of the headers
    .description = The lines above it are not read.
import-header-line-take = Read again
import-header-line-wrong = A number from 1 up.
import-date-order = Order of the dates
import-name-order = Order of the names
import-names-ask = Say whether last names or first names come first: without that, these lines are left out.
import-profiles = Reading profiles
import-profiles-what = Keep this reading under a name: the next file with the same headers will be read so, without asking you.
import-profile-followed = Read by the profile “{ $name }”.
import-profile-follow = Profile followed
import-profile-none = None
import-profile-columns = { $count ->
    [one] { $count } column read
   *[other] { $count } columns read
}
import-profile-remove = Remove “{ $name }”
import-profile-name =
    .label = Name of the profile
    .description = For example “GPI, list of students”. The same name replaces the profile.
import-profile-save = Save the profile
import-profile-saved = The profile “{ $name }” is saved.
import-progress = Progress
import-progress-of = { NUMBER($done) } of { NUMBER($total) }
import-phase-reading = Reading the file…
import-phase-comparing = Comparing with the registry…
import-phase-writing = Writing the registry…
import-phase-ending = Bringing the last of it to the disk…
import-cancel = Cancel the import
import-questions = { $count ->
    [one] { $count } question
   *[other] { $count } questions
}
import-questions-what = Is this the same person? Without an answer the two stay apart.
import-question-student = Is this the same child?
import-question-guardian = Is this the same adult?
import-question-in-file = In the file, line { $line }
import-question-on-file = In the registry
import-question-name = name
import-question-email = e-mail
import-answer-same = same person
import-answer-two = two people
import-answer-open = leave open
import-unusable-save = Save as CSV…
import-unusable-save-title = Save the lines that cannot be used
import-unusable-save-do = Save
import-unusable-saved = The lines that cannot be used are saved.
import-unusable-path =
    .label = File to write
    .description = The values stay masked in it.
import-unusable-file = unusable-lines.csv
import-last = Newest import
import-last-at = { $at }
import-last-undone = It was undone on { $at }.
import-undo = Undo this import…
import-undo-ask = Undo this import?
import-undo-what = The registry becomes what it was before: the students it brought leave, the others get their former information back.
import-undo-keeps = Accounts and confirmations stay. A child who has been confirmed since stays too, as inactive.
import-undo-no = No, keep it
import-undo-do = Undo
import-undo-done = The import is undone.
import-undo-kept = Those who stay as inactive have been confirmed or received since.
import-undone = The import was undone.
import-count-removed = removed
import-count-restored = as before again
import-count-kept = kept, inactive
import-gone-guardians = { $count ->
    [one] { $count } guardian to look at
   *[other] { $count } guardians to look at
}
import-gone-guardians-what = They have an account, but the school’s system does not name them any more. Their account stays: ask the family.
import-gone-column-adult = Guardian
import-gone-column-email = E-mail
import-gone-column-children = Children
import-watched = Watched folder
import-watched-where = Drop a registry here:
import-watched-mode-preview = each file waits for you
import-watched-mode-at-once = imported at once, unless it alarms
import-watched-mode-off = off
import-watched-empty = No file waits.
import-watched-trouble-not-found = The watched folder cannot be found. See the settings, or the network.
import-watched-trouble-cannot-move = A file was dealt with but could not be moved: take it away yourself.
import-waiting = { $count ->
    [one] { $count } file waits.
   *[other] { $count } files wait.
}
import-waiting-since = Since
import-waiting-acts = Acts
import-waiting-look = Look at it
import-waiting-set-aside = Set aside
import-watched-would = new: { $new }, changed: { $changed }, gone: { $gone }
import-watched-did = Imported. New: { $new }, changed: { $changed }, gone: { $gone }.
import-taken = Files dealt with
import-taken-at = When
import-taken-refused = Refused. { $why }
import-taken-aside = Set aside.

## The mail

mail-title = Mail
mail-lead = What waits, and what became of the rest. The code is drawn only when it is sent.
mail-lead-demo = In the demo, everything arrives in the demo mailbox.
mail-empty = No mail
mail-empty-what = Codes and notices will appear here, with their fate.
mail-column-state = State
mail-column-kind = Mail
mail-column-address = To
mail-column-when = When
mail-column-act = Act
mail-state-waiting = waiting
mail-state-sending = leaving
mail-state-done = left
mail-state-will-retry = will be tried again
mail-state-needs-you = needs you
mail-state-dropped = dropped
mail-kind-verification-code = Verification code
mail-kind-address-proof = Code to prove an address
mail-kind-account-created = Notice: account created
mail-kind-child-confirmed = Notice: child confirmed
mail-kind-password-changed = Notice: password changed
mail-kind-address-changed = Notice: address changed on file
mail-kind-confirmation-taken-back = Notice: child removed from the account
mail-kind-account-taken-back = Notice: account closed
mail-kind-account-address-changed = Notice: account’s address changed
mail-kind-account-closed = Notice: account closed
mail-kind-test = Test
mail-next-try = next try at { $at }
mail-tries = { $count ->
    [one] { $count } try
   *[other] { $count } tries
}
mail-retry = Try again
mail-server-words = The server answered:
mail-no-server = No mail server.
mail-no-server-why = Codes cannot leave. Visits are done in person only.
mail-no-server-set = Set the mail
mail-needs-you-count = { $count ->
    [one] { $count } mail needs you.
   *[other] { $count } mails need you.
}
mail-needs-you-go = See the mail
mail-host =
    .label = Server
    .placeholder = smtp.example.qc.ca
mail-host-missing = Write the name of the server.
mail-port =
    .label = Port
mail-port-wrong = A number from 1 to 65535.
mail-security = Connection
mail-security-start-tls = STARTTLS (port 587)
mail-security-tls = TLS from the start (port 465)
mail-user =
    .label = User
    .description = Leave empty if the server asks for none.
mail-password = Password
mail-password-kept = Leave empty to keep the one that is there.
mail-from-address =
    .label = Sender’s address
mail-from-address-missing = Write the address that mail leaves from.
mail-from-name =
    .label = Sender’s name
mail-authority =
    .label = Private certificate authority (optional)
    .description = A PEM file, if your server has no public certificate.
mail-authority-kept = A private authority is there. Leave empty to keep it.
mail-authority-remove = Remove the private authority that is there
mail-save = Save the server
mail-test-to =
    .label = Send a test to
    .description = A real e-mail, with the saved settings.
mail-test-do = Send the test
mail-test-sent = The test has left.
mail-test-not-sent = The test has not left.
trouble-unreachable = The server does not answer.
trouble-sign-in = The server refuses the user or the password.
trouble-certificate = The server’s certificate is not recognized.
trouble-refused = The server refuses for now.
trouble-rejected = The server refuses for good.
trouble-bad-address = The address does not exist for the server.
trouble-no-server = No server is set.
trouble-visit-ended = The visit ended before the sending.
trouble-restricted = A restriction stopped this sending.
trouble-replaced = Another code replaced it.
trouble-taken-back = What it was about was undone.
trouble-took-too-long = Sending took more than two minutes without an answer: it starts again.
trouble-program-stopped = The program stopped while sending: it starts again.

mailbox-title = Demo mailbox
mailbox-lead = What parents would receive.
mailbox-demo = This mailbox exists in the demo school only: nothing has left this computer.
mailbox-empty = No message
mailbox-empty-what = Start a visit: the code will arrive here.
mailbox-to = To

## The staff

staff-title = Staff
staff-lead = Each person has a key of their own. Taking it away changes the key of the registry.
staff-add = Add a person
staff-add-do = Add
staff-you = (you)
staff-column-user = User name
staff-column-role = Role
staff-column-since = Since
staff-column-acts = Acts
staff-user-name =
    .label = User name
    .description = Short, without accents, like “marie.tremblay”.
staff-user-name-missing = Write a user name.
staff-role = Role
role-secretary = secretary
role-administrator = administrator
staff-role-note-secretary = Finds, receives, confirms, imports.
staff-role-note-administrator = Also staff, settings, backups.
staff-password =
    .label = Password
    .description = 15 characters or more. A whole sentence is easiest; any characters will do.
staff-password-length = Length of the password
staff-password-good = It will do ({ $length } characters).
staff-reset = New password
staff-reset-title = New password for { $user }
staff-reset-do = Change
staff-remove = Remove
staff-remove-title = Remove { $user }?
staff-remove-what = Their key will open nothing any more, nor any copy of this desk made from now on. Older backups still open with it.
staff-remove-do = Remove
reason-not-digits = It takes 4 to 8 digits, and nothing else.
reason-one-digit = One digit repeated: anybody would try it.
reason-run = Digits in a row: anybody would try them.
reason-too-short = Too short: at least 15 characters are needed.
reason-common = Too common: anybody would try it.
reason-context-word = It contains the name of the school, of the product or yours.

## The journal

journal-title = Journal
journal-lead = What was done, without names or free text. Each entry holds the one before.
journal-empty = No entry
journal-head = Entries: { $count }. Head of the chain, to be noted elsewhere:
journal-newest = The newest
journal-older = Older
journal-number = No.
journal-at = When
journal-act = Act
journal-actor = By
journal-subject = On
journal-detail = Detail
actor-staff = staff
actor-parent = parent, visit no.
actor-kiosk = kiosk, visit no.
actor-program = the program
act-desk-set-up = desk set up
act-demo-opened = demo opened
act-sign-in = desk opened
act-sign-in-failed = opening refused
act-sign-out = desk closed
act-staff-added = person added
act-staff-removed = person removed
act-staff-reset = a person’s password changed
act-pin-set = PIN chosen
act-pin-removed = PIN removed
act-pin-closed = too many wrong PINs: the password alone takes the desk back
act-rekeyed = key of the registry changed
act-recovered = opened with the recovery words
act-mail-set = mail set
act-mail-tested = test mail
act-mail-sent = mail left
act-mail-failed = mail not left
act-mail-dropped = mail dropped
act-import-applied = registry imported
act-import-undone = import undone
act-profile-saved = import profile saved
act-profile-removed = import profile removed
act-student-found = student searched (command line)
act-student-opened = file opened
act-code-revealed = numbers shown
act-visit-started = visit started
act-visit-moved = visit moved on
act-visit-ended = visit ended
act-visit-set-aside = visit set aside
act-visit-taken-up = visit taken up
act-visit-resumed = visit resumed after a stop
act-visit-forgotten = unfinished visit forgotten
act-handed-over = screen handed over
act-taken-back = desk taken back
act-guardian-chosen = guardian chosen
act-identity-seen = identity seen
act-address-offered = email on file offered
act-address-accepted = email accepted in person
act-address-proven = email proven afterwards
act-address-proof-wrong = wrong address code
act-needs-help = help asked
act-code-sent = code sent
act-code-wrong = wrong code
act-code-right = right code
act-account-created = account created
act-account-brought = account from before brought in
act-account-address-wished = code asked for another account address
act-account-address-changed = account’s address changed
act-account-language-chosen = account’s language chosen
act-account-closed = account closed
act-account-reopened = account opened again
act-account-deleted = account without a child deleted
act-recovery-started = new password allowed in person
act-gate-opened = account from before opened: every child confirmed
act-password-chosen = password chosen
act-account-signed-in = parent signed in
act-account-sign-in-failed = parent’s sign-in refused
act-request-taken = request taken down
act-request-moved = request moved on
act-requests-erased = closed requests erased
act-claim-matched = claim matched
act-claim-refused = claim refused
act-claim-checked = claim checked (command line)
act-child-confirmed = child confirmed
act-confirmation-taken-back = confirmation undone
act-account-taken-back = account closed by a counter-act
act-restriction-met = restriction met
act-claims-locked = claims closed
act-claims-unlocked = claims opened again
act-file-completed = file completed
act-correction-proposed = correction proposed
act-correction-approved = correction approved
act-correction-refused = correction refused
act-correction-withdrawn = proposal withdrawn
act-correction-obsolete = proposal obsolete
act-associations-resumed = links resumed
act-student-came-of-age = the student turned 18: links suspended
act-student-agreed = student’s agreement recorded
act-agreement-withdrawn = student’s agreement withdrawn
act-guardians-merged = adults merged
act-merge-undone = merge undone
act-guardians-kept-apart = adults kept apart
act-backup-made = backup made
act-slip-printed = slip printed
act-family-called = family called
act-day-closed = day closed
act-desk-locked = desk locked
act-notice-written = notice written
act-notice-removed = notice removed
act-backup-restored = backup restored
act-settings-changed = settings changed
act-journal-exported = journal exported
act-list-exported = list exported
act-schools-loaded = list of schools loaded

## The settings

settings-title = Settings
settings-school = The school
settings-mail = The mail server
settings-mail-demo = The demo school has no server: its mail stays in the demo mailbox.
settings-backup-demo = The demo school is not backed up: a copy could be taken for a real school’s.
settings-backup = The backup
settings-watch = The watched folder
watch-what = While Guichet is open, a registry dropped into this folder is taken by the rules of every import, in the name of whoever opened the desk. Choose a folder that serves for nothing else.
watch-mode = When a file arrives there
watch-mode-off = Nothing: the folder is not watched
watch-mode-preview = Tell of it, and wait for somebody
watch-mode-at-once = Import it at once; when it alarms, wait
watch-folder =
    .label = Folder
    .description = Files that were dealt with go to “faits” or “refusés”, with a report.
watch-folder-missing = Choose a folder.
settings-portal =
    .label = Portal address
    .description = Told to the parent at the end of the visit.
settings-phone =
    .label = Support phone
settings-go-live =
    .label = Go-live date
    .description = Parents who had an account before this day confirm each child once.
settings-registry = The registry’s numbers
settings-registry-what = OneRoster and School Data Sync do not say which number is the fiche. Unless set, no number is taken for a fiche, and a permanent code is known by its form.
settings-fiche-from =
    .label = The fiche is in
    .description = The type in userIds (for example fiche), or the column: identifier, Student Number, State ID.
settings-permanent-code-from =
    .label = The permanent code is in
    .description = Likewise. Empty: known by its form.
settings-limits = Reading limits
settings-limits-what = A file past one of these limits is refused, and nothing goes in. The usual values are enough for a service centre; raise them only for a real registry that is larger.
settings-limit-usual = Usual: { NUMBER($usual) }
settings-limit-invalid = A whole number from 1 to { NUMBER($most) }
settings-limits-usual = Usual values
settings-limit-entries = Files in a folder or an archive
settings-limit-held-megabytes = Megabytes of a folder or an archive
settings-limit-streamed-megabytes = Megabytes of a text file
settings-limit-lines = Lines of a file
settings-limit-cell-bytes = Bytes of a cell
settings-limit-columns = Columns of a table
settings-limit-row-kilobytes = Kilobytes of a line
settings-limit-cells = Cells of a sheet
settings-save = Save
settings-saved = Saved.
backup-what = An encrypted copy of the registry with its keys, read back after writing. Keep it elsewhere than on this desk.
backup-path =
    .label = File to write
    .description = Its full path on this computer or on a stick.
backup-file = guichet.backup
backup-do = Make the backup
backup-made = The backup is made and verified.
backup-restore-how = To restore: close the desk, then “Restore a backup”.

## What went wrong, at the desk only.

error-handed-over = The desk is with the parent. Take it back first.
error-wrong-password = { $wait-seconds ->
    [0] The user name or the password is wrong.
    [one] The user name or the password is wrong. Wait { $wait-seconds } second.
   *[other] The user name or the password is wrong. Wait { $wait-seconds } seconds.
}
error-wrong-words = { $unknown-word ->
    [one] Word no. { $unknown-word } is not in the list of possible words.
    [other] Word no. { $unknown-word } is not in the list of possible words.
   *[none] These words do not open this desk. Check their order.
}
error-staff-pin-refused = This PIN will not do. { $reason }
error-wrong-pin = This PIN is wrong.
error-pin-closed = Too many wrong PINs. Give your password: the PIN will work again afterwards.
error-staff-password-refused = This password will not do. { $reason }
error-user-name-taken = This user name is taken.
error-last-administrator = One administrator must remain.
error-not-found = It is not there any more.
error-visit-under-way = A visit is already under way.
error-visits-aside = Visits are set aside. Take them up and end them first.
error-claims-locked = Claims are closed for now. Confirming in person stays open.
error-restricted = A restriction halts this adult for this child.
error-no-guardian = There must be a named guardian on the child’s file, chosen for this visit.
error-no-address-on-file = This guardian has no email on file.
error-address-taken = Another account has this address already.
error-account-of-another = This email already has an account, and nothing says it is this guardian’s. Only the code sent by email can open it.
error-address-not-proven = The address of this account has not been proven yet: the code sent by email has to be entered first.
error-already-confirmed = This child is already confirmed for this account.
error-agreement-needed = The student is 18: their agreement comes first. It is recorded on the file, when the student is here.
error-holds-a-number = The text holds what reads as a fiche number or a permanent code. Say on which paper it is instead.
error-too-late = The office’s time is over: an administrator can still do it.
error-second-person-needed = Another person has to do this. { $reason }
error-already-proposed = The same correction of this adult waits already.
error-nothing-to-correct = The file says so already.
error-proposal-obsolete = The file has changed since it was proposed: the proposal is obsolete.
error-number-taken = Another child has this number.
error-two-accounts = Both adults have an account. Close one of them first.
error-merge-changed = Something has changed since: this merge can no longer be undone.
error-file-unusable = This registry cannot be read. { $reason } { $detail }
reason-not-found = There is nothing at that place.
reason-empty = The file is empty.
reason-not-a-table = It is not a table.
reason-unknown-format = The format is not known.
reason-too-large = It is past one of the reading limits. If the registry is really that large, an administrator raises them in the settings.
reason-missing-file = A file is missing:
reason-missing-column = A column is missing:
reason-duplicate-file = A file is there twice:
reason-damaged-archive = The archive is damaged.
reason-encrypted-archive = The archive is protected by a password: export it without one.
reason-changes-only = The export holds changes alone (delta). Ask for a complete one (bulk). Table:
reason-damaged-workbook = The workbook is damaged.
reason-protected = The workbook is protected by a password.
reason-missing-sheet = The workbook has no such sheet:
reason-unsafe-path = The archive names a file outside of itself.
reason-unreadable = The computer refuses to read it.
reason-not-administrator = An administrator has to approve.
reason-same-person = It cannot be whoever proposed it.
reason-access-just-given = Whoever proposed it gave them access less than an hour ago.
reason-same-visit = One person does not approve an adult’s address and confirm a child to them in one visit.
error-file-changed = The file has changed since the preview. Preview it again.
error-nothing-previewed = Preview first.
error-import-alarms = This import is surprising: say first that it is the right file.
error-import-cancelled = The import is cancelled. Nothing has changed.
error-import-under-way = An import is under way already.
error-nothing-to-undo = There is no import to undo.
error-already-undone = This import is undone already.
error-no-mail-server = No mail server is set.
error-mail-trouble = The mail has not left. { $trouble }
error-already-open = Guichet is already open elsewhere on this computer.
error-wrong-key = The key does not open this database.
error-damaged = The database is damaged.
error-newer-database = These data come from a newer Guichet. Update Guichet.
error-not-a-backup = This file is no backup of Guichet.
error-disk-full = The disk is full. Nothing was lost: make room, then try again.
error-file-exists = There is already a file there.
error-file-trouble = The file or folder cannot be read or written.
error-invalid-from-address = The sender’s address is no e-mail address.
error-invalid-to = This is no e-mail address.
error-invalid-host = The name of the server cannot be read.
error-invalid-private-ca-path = The file of the certificate authority cannot be read.
error-invalid-security = Without encryption no mail leaves.
error-invalid-service-centre = Choose a service centre from the list.
error-invalid-school-name = The name of the school must have a letter at least.
error-invalid-user-name = The user name must have a letter at least.
error-invalid-birth-date = This birth date is not possible.
error-invalid-birth-date-by-code = This date does not go with the permanent code on file. If the document confirms it, the code has to be corrected first, in the school’s own system.
error-invalid-fiche = A fiche number has 1 to 7 digits.
error-invalid-permanent-code = This permanent code is not possible, or does not go with the birth date.
error-invalid-address = This is not an e-mail address.
error-invalid-last-names = Write a last name.
error-invalid-first-names = Write a first name.
error-invalid-identity-document = Say which identity document you saw.
error-invalid-tie-document = Say which document ties the adult to the child.
error-invalid-child-document = Say which document you saw, which says who the child is.
error-invalid-path = This path names no file.
error-invalid-watched-folder = Choose a folder that exists, by its whole path, outside Guichet’s own data.
