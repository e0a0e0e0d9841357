### The mails. An empty line parts two paragraphs.
### Never a fiche number, permanent code, birth date or password; a child has no more than a first name.
### The verification code is placed by the program, outside of the sentences.

mail-greeting = Hello { $adult },

# The foot of every mail.
mail-signature = The school office – { $school }
mail-automatic = This message was sent automatically.

# The end of every notice: what to do if it was not the person themselves.
mail-not-me = If it was not you, phone the school office without delay: { $phone }.
mail-not-me-no-phone = If it was not you, tell the school office without delay.

# The code stands between .before and .after. The subject does not say it: a locked phone would show it.
mail-verification-code =
    .subject = Your verification code
    .before =
        Hello,

        Here is the code requested at the school office ({ $school }):
    .after =
        Enter it on the screen yourself. School staff will never ask you for it.

        { $minutes ->
            [one] It is valid for { $minutes } minute
           *[other] It is valid for { $minutes } minutes
        } and works only once.

        If you did not request this code, do nothing: without it, nobody can use your address.

mail-address-proof =
    .subject = Confirm your email address
    .before =
        Hello,

        A parent account was opened in person with this address at the school office ({ $school }). Here is the code that shows the address is yours:
    .after =
        Enter it yourself on the parents’ screen at the office. School staff will never ask you for it. The account then opens with your password.

        { $days ->
            [one] It is valid for { $days } day
           *[other] It is valid for { $days } days
        } and works only once.

        If you did not open this account, do nothing: without this code it stays closed.

mail-account-created =
    .subject = A parent account was created with your address
    .body =
        A parent account was created with this e-mail address at the school office ({ $school }).

        If it was you, there is nothing to do.

mail-child-confirmed =
    .subject = A child was linked to your parent account
    .body =
        The link between your parent account and { $child } was confirmed in person, with documents, at the school office ({ $school }).

        If it was you, there is nothing to do.

# When no first name can be said.
mail-your-child = your child

mail-password-changed =
    .subject = The password of your parent account was changed
    .body =
        A new password was chosen for your parent account at the school office ({ $school }).

        If it was you, there is nothing to do.

# Sent to the address before; it says neither the new one nor anybody’s name: the old one may be someone else’s by now.
mail-address-changed =
    .subject = Your address was replaced on the school’s file
    .body =
        Hello,

        This e-mail address was on an adult’s file at the school ({ $school }). The school office has put another address there, after seeing an identity document.

        If it was you, there is nothing to do.

# A link or an account taken back by a counter-act. Neither the child nor the adult is named: the address may be someone else’s.
mail-taken-back-call = To talk about it, phone the school office: { $phone }.
mail-taken-back-come = To talk about it, please see the school office.
mail-confirmation-taken-back =
    .subject = A child was removed from your parent account
    .body =
        Hello,

        The school office ({ $school }) has removed a child from the parent account with this address: the confirmation is cancelled, and the account no longer shows this child.
mail-account-taken-back =
    .subject = Your parent account was closed
    .body =
        Hello,

        The school office ({ $school }) has closed the parent account with this address. Nobody can open it any more, and it shows no child.

# The account's address, changed by the person; sent to the old one, which may be someone else's by now.
mail-account-address-changed =
    .subject = The address of a parent account was changed
    .body =
        Hello,

        A parent account at the school ({ $school }) had this e-mail address. The person who uses it has put another address there, after entering their password and a code sent to the new address.

        If it was you, there is nothing to do.

mail-account-closed =
    .subject = A parent account was closed
    .body =
        Hello,

        The parent account that had this e-mail address was closed at the school office ({ $school }), as the person wished, who keeps another account. An identity document was seen.

        If it was you, there is nothing to do.

mail-test =
    .subject = E-mail test
    .body =
        Hello,

        This e-mail is a test. If it reached you, Guichet’s mail settings are right.
