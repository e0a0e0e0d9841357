### The mails. An empty line parts two paragraphs. No vowel marks; the polite plural, as French « vous ».
### Never a fiche number, permanent code, birth date or password; a child has no more than a first name.
### The verification code is placed by the program, outside of the sentences.

mail-greeting = مرحبا { $adult }،

# The foot of every mail.
mail-signature = سكرتارية المدرسة – { $school }
mail-automatic = هذه رسالة آلية.

# The end of every notice: what to do if it was not the person themselves.
mail-not-me = إذا لم تكونوا أنتم من قام بذلك، فاتصلوا فورا بسكرتارية المدرسة: { $phone }.
mail-not-me-no-phone = إذا لم تكونوا أنتم من قام بذلك، فأبلغوا سكرتارية المدرسة فورا.

# The code stands between .before and .after. The subject does not say it: a locked phone would show it.
mail-verification-code =
    .subject = رمز التحقق الخاص بكم
    .before =
        مرحبا،

        إليكم الرمز المطلوب لدى سكرتارية المدرسة ({ $school }):
    .after =
        يرجى إدخاله بأنفسكم على الشاشة. لن يطلبه منكم موظفو المدرسة أبدا.

        { $minutes ->
            [one] الرمز صالح لمدة دقيقة واحدة
            [two] الرمز صالح لمدة دقيقتين
            [few] الرمز صالح لمدة { $minutes } دقائق
           *[other] الرمز صالح لمدة { $minutes } دقيقة
        } ويستعمل مرة واحدة فقط.

        إذا لم تطلبوا هذا الرمز، فلا داعي لفعل أي شيء: من دونه لا يستطيع أحد استعمال عنوانكم.

mail-address-proof =
    .subject = تأكيد عنوان بريدكم الإلكتروني
    .before =
        مرحبا،

        تم فتح حساب ولي أمر (compte parent) حضوريا باستعمال هذا العنوان لدى سكرتارية المدرسة ({ $school }). إليكم الرمز الذي يثبت أن العنوان لكم:
    .after =
        يرجى إدخاله بأنفسكم على شاشة أولياء الأمور لدى السكرتارية. لن يطلبه منكم موظفو المدرسة أبدا. بعد ذلك يفتح الحساب بكلمة المرور الخاصة بكم.

        { $days ->
            [one] الرمز صالح لمدة يوم واحد
            [two] الرمز صالح لمدة يومين
            [few] الرمز صالح لمدة { $days } أيام
           *[other] الرمز صالح لمدة { $days } يوما
        } ويستعمل مرة واحدة فقط.

        إذا لم تفتحوا هذا الحساب، فلا داعي لفعل أي شيء: من دون هذا الرمز يبقى مغلقا.

mail-account-created =
    .subject = تم إنشاء حساب ولي أمر باستعمال عنوانكم
    .body =
        تم إنشاء حساب ولي أمر (compte parent) باستعمال عنوان البريد الإلكتروني هذا لدى سكرتارية المدرسة ({ $school }).

        إذا كنتم أنتم من قام بذلك، فلا داعي لفعل أي شيء.

mail-child-confirmed =
    .subject = ربط طفل بحساب ولي الأمر الخاص بكم
    .body =
        جرى تأكيد الصلة بين حساب ولي الأمر الخاص بكم و{ $child } حضوريا، بعد الاطلاع على الوثائق، لدى سكرتارية المدرسة ({ $school }).

        إذا كنتم أنتم من قام بذلك، فلا داعي لفعل أي شيء.

# When no first name can be said.
mail-your-child = طفلكم

mail-password-changed =
    .subject = تغيير كلمة مرور حساب ولي الأمر الخاص بكم
    .body =
        تم اختيار كلمة مرور جديدة لحساب ولي الأمر الخاص بكم لدى سكرتارية المدرسة ({ $school }).

        إذا كنتم أنتم من قام بذلك، فلا داعي لفعل أي شيء.

# Sent to the address before; it says neither the new one nor anybody’s name: the old one may be someone else’s by now.
mail-address-changed =
    .subject = تغيير عنوانكم في ملف المدرسة
    .body =
        مرحبا،

        كان عنوان البريد الإلكتروني هذا مسجلا في ملف شخص بالغ لدى المدرسة ({ $school }). وقد سجلت سكرتارية المدرسة عنوانا آخر بدلا منه، بعد الاطلاع على وثيقة هوية.

        إذا كنتم أنتم من قام بذلك، فلا داعي لفعل أي شيء.

# A link or an account taken back by a counter-act. Neither the child nor the adult is named: the address may be someone else’s.
mail-taken-back-call = للاستفسار، اتصلوا بسكرتارية المدرسة: { $phone }.
mail-taken-back-come = للاستفسار، توجهوا إلى سكرتارية المدرسة.
mail-confirmation-taken-back =
    .subject = إزالة طفل من حساب ولي الأمر الخاص بكم
    .body =
        مرحبا،

        أزالت سكرتارية المدرسة ({ $school }) طفلا من حساب ولي الأمر المرتبط بهذا العنوان: ألغي التأكيد، ولم يعد الحساب يعرض هذا الطفل.
mail-account-taken-back =
    .subject = إغلاق حساب ولي الأمر الخاص بكم
    .body =
        مرحبا،

        أغلقت سكرتارية المدرسة ({ $school }) حساب ولي الأمر المرتبط بهذا العنوان. لم يعد بإمكان أحد فتحه، ولم يعد يعرض أي طفل.

# The account's address, changed by the person; sent to the old one, which may be someone else's by now.
mail-account-address-changed =
    .subject = تغيير عنوان حساب ولي أمر
    .body =
        مرحبا،

        كان عنوان البريد الإلكتروني هذا عنوان حساب ولي أمر لدى المدرسة ({ $school }). وقد وضع مستخدم الحساب عنوانا آخر بدلا منه، بعد إدخال كلمة المرور ورمز أرسل إلى العنوان الجديد.

        إذا كنتم أنتم من قام بذلك، فلا داعي لفعل أي شيء.

mail-account-closed =
    .subject = إغلاق حساب ولي أمر
    .body =
        مرحبا،

        تم إغلاق حساب ولي الأمر الذي له عنوان البريد الإلكتروني هذا في سكرتارية المدرسة ({ $school })، بطلب من صاحبه الذي يحتفظ بحساب آخر، وبعد الاطلاع على وثيقة هوية.

        إذا كنتم أنتم من قام بذلك، فلا داعي لفعل أي شيء.

mail-test =
    .subject = تجربة إرسال البريد الإلكتروني
    .body =
        مرحبا،

        هذه رسالة تجريبية. إذا وصلتكم، فإن إعدادات البريد في Guichet صحيحة.
