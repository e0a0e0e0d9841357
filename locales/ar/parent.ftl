### نافذة ولي الأمر: عمل واحد في كل شاشة، وجمل قصيرة، وكلمات سهلة.
### No vowel marks. The polite plural, as French « vous »; acts are verbal nouns, which suppose no reader's sex.
### Nothing here says whether an address, an account or a child exists, nor which detail was wrong.

## Around the screen.

parent-demo = مدرسة للتجربة: كل الأشخاص فيها غير حقيقيين.
parent-language = اللغة
parent-steps = الخطوات
parent-step-address = العنوان
parent-step-password = كلمة المرور
parent-step-children = الأطفال
parent-step-summary = الملخص
parent-help-bar = المساعدة
parent-help = أحتاج إلى مساعدة
parent-help-called = تم إبلاغ سكرتارية المدرسة. سيأتي من يساعدكم.
parent-someone-helps = هناك من يساعدني
    .description = عندئذ تبقى كلمات المرور والرموز مخفية.
parent-still-here = هل ما زلتم هنا؟
    .body = لم يلمس أحد الشاشة منذ فترة. بعد دقيقة سيمحى ما عليها لحماية معلوماتكم.
    .yes = نعم، ما زلت هنا
parent-leave = إنهاء ومسح
    .question = هل تريدون الإنهاء والمسح؟
    .body = سيمسح ما كتبتموه على الشاشة، ولن يعود الرمز الذي وصلكم صالحا. إذا كان لديكم حساب أو أطفال تم تأكيدهم، فلن يضيع شيء.
    .yes = نعم، إنهاء
    .no = لا، متابعة
parent-family = أطفالي
    .empty = لم يتم ربط أي طفل بحسابكم حتى الآن.
parent-group = المجموعة { $group }

## The welcome.

parent-closed = المكتب مغلق
    .lead = يرجى التوجه إلى سكرتارية المدرسة.
parent-locked = لحظة من فضلكم
    .lead = الشاشة متوقفة مؤقتا. يرجى التوجه إلى سكرتارية المدرسة.
parent-welcome = أهلا وسهلا
    .lead = اختاروا لغتكم للبدء.
    .begin = البدء بالعربية

## The address and the code.

parent-address = عنوان بريدكم الإلكتروني
    .lead = اكتبوا العنوان الموجود لدى المدرسة في ملف طفلكم.
    .note = هل تغير عنوانكم، أو لا تعرفون أي عنوان لدى المدرسة؟ اسألوا سكرتارية المدرسة.
parent-address-field = عنوان البريد الإلكتروني
    .description = العنوان المسجل في ملف المدرسة.
parent-address-offered = لدى المدرسة هذا العنوان في ملفكم: { $address }
    .what = إذا كان عنوانكم، فاطلبوا رمزا عليه. وإلا فاكتبوا العنوان الآخر أدناه.
parent-address-given-before = سبق أن أعطيتم هذا العنوان: { $address }
    .what = اطلبوا رمزا جديدا عليه، أو اكتبوا عنوانا آخر أدناه.
parent-address-take = استلام رمز على هذا العنوان
parent-address-send = الحصول على رمز
parent-address-have-account = لدي حساب ولي أمر من قبل

parent-code = الرمز الذي وصل بالبريد الإلكتروني
    .lead = إذا كان العنوان { $address } موجودا في أحد الملفات، فقد أرسل إليه رمز.
    .note = قد يتأخر البريد بضع دقائق. ابحثوا أيضا في البريد غير المرغوب فيه. هذا الرمز لكم وحدكم: لا تقولوه لأحد، ولا حتى لموظفي المدرسة.
parent-code-field = رمز التحقق
    .description = 6 أرقام
parent-code-enter = متابعة
parent-code-again = الحصول على رمز جديد
parent-code-again-done = إذا كان العنوان موجودا في أحد الملفات، فقد أرسل إليه رمز جديد. الرمز القديم لم يعد صالحا.
parent-code-other-address = تغيير العنوان
parent-code-wrong =
    { $tries ->
        [zero] هذا الرمز غير صحيح. لم تبق لكم أي محاولة.
        [one] هذا الرمز غير صحيح. بقيت لكم محاولة واحدة.
        [two] هذا الرمز غير صحيح. بقيت لكم محاولتان.
        [few] هذا الرمز غير صحيح. بقيت لكم { $tries } محاولات.
        [many] هذا الرمز غير صحيح. بقيت لكم { $tries } محاولة.
       *[other] هذا الرمز غير صحيح. بقيت لكم { $tries } محاولة.
    }
parent-code-dead = هذا الرمز لم يعد صالحا.
    .body = انتهى وقته، أو كثرت المحاولات. يرجى طلب رمز جديد.

## The password.

parent-sign-in = حساب ولي الأمر الخاص بكم
    .lead = اكتبوا عنوانكم وكلمة المرور.
parent-sign-in-proven = لديكم حساب ولي أمر من قبل
    .lead = اكتبوا كلمة مرور الحساب { $address }.
parent-sign-in-password = كلمة المرور
parent-sign-in-enter = دخول
parent-sign-in-forgot = نسيت كلمة المرور
parent-sign-in-back = الرجوع إلى العنوان
    .note = ليس لديكم حساب، أو نسيتم كلمة المرور؟ ارجعوا إلى العنوان: سيصلكم رمز بالبريد الإلكتروني.
parent-sign-in-proof = وصلني رمز لفتح حسابي

parent-proof = فتح حسابكم
    .lead = اكتبوا عنوانكم والرمز الذي أرسلته المدرسة إليكم بالبريد الإلكتروني.
parent-proof-wrong = هذا الرمز لا يفتح هذا الحساب أو انتهت مدته. اطلبوا رمزا آخر من السكرتارية.
parent-proof-back = العودة إلى كلمة المرور

parent-password = اختاروا كلمة مرور
    .lead = هي تحمي حسابكم { $address }. احتفظوا بها لأنفسكم.
parent-password-anew = اختاروا كلمة مرور جديدة
    .lead = ستحل محل كلمة المرور القديمة للحساب { $address }.
parent-password-field = كلمة المرور
parent-password-again = كلمة المرور نفسها مرة أخرى
parent-password-choose = حفظ كلمة المرور هذه
parent-password-differs = كلمتا المرور غير متطابقتين.
parent-checklist = يجب أن تكون كلمة المرور هكذا
parent-checklist-met = (تم)
parent-checklist-open = (ليس بعد)
parent-checklist-accepted = كلمة المرور تتبع كل القواعد.
parent-checklist-left = ما زال ينقص: { $items }
parent-checklist-length = من 8 إلى 16 حرفا أو رقما أو رمزا
parent-checklist-kinds = 3 على الأقل من هذه الأنواع الأربعة
parent-checklist-lower = حروف لاتينية صغيرة ({ "a, b, c…" })
parent-checklist-upper = حروف لاتينية كبيرة ({ "A, B, C…" })
parent-checklist-digit = أرقام ({ "\u20661, 2, 3…\u2069" })
parent-checklist-symbol = رموز { "\u2066# $ / % ? & *\u2069" }
parent-checklist-allowed = لا شيء غير ذلك: لا مسافة، ولا حروف عربية، ولا حروف فرنسية خاصة مثل { "é" }
parent-checklist-personal = من دون عنوانكم، ومن دون اسم طفل أو تاريخ ميلاده
parent-checklist-common = ليست سهلة التخمين
parent-checklist-same = كتابة كلمة المرور نفسها مرتين

## The children.

parent-children = أطفالكم
    .lead = هؤلاء هم الأطفال المرتبطون بحسابكم.
parent-children-another = إضافة طفل آخر
parent-children-done = هذا كل شيء
parent-children-none = المتابعة من دون إضافة طفل
parent-children-back = عدم إضافة طفل آخر
parent-claim = طفلكم
    .lead = اكتبوا المعلومات كما هي مكتوبة في أوراق المدرسة.
    .note = ليست لديكم هذه المعلومات؟ يمكن لسكرتارية المدرسة أيضا أن تؤكد طفلكم معكم.
parent-claim-never-enrolled = هل هذا طفل لم يسجل من قبل أبدا في مركز الخدمات المدرسية هذا؟
parent-claim-adult = هل هذا تسجيل في تعليم الكبار أو في التدريب المهني؟
parent-claim-no = لا
parent-claim-yes = نعم
parent-claim-service-centre = مركز الخدمات المدرسية
    .description = اكتبوا جزءا من الاسم بالفرنسية، ثم اختاروا من القائمة. يمكن كتابة الاسم القديم أيضا.
parent-claim-last-names = اسم عائلة الطفل
    .description = كل أسماء العائلة، بالحروف اللاتينية كما في الملف.
parent-claim-first-names = الاسم الأول للطفل
    .description = الاسم الكامل بالحروف اللاتينية، من دون اختصار أو لقب.
parent-claim-birth-date = تاريخ الميلاد
parent-claim-number = رقم الملف المدرسي (numéro de fiche) أو الرمز الدائم (code permanent)
    .description = رقم الملف المدرسي: من رقم واحد إلى 7 أرقام. الرمز الدائم: 4 حروف و8 أرقام.
parent-claim-send = التحقق من المعلومات

parent-paper = أين يوجد هذا الرقم؟
    .picture = كشف علامات: رقم الملف المدرسي والرمز الدائم مكتوبان في الأعلى، قرب اسم التلميذ.
    .fiche = رقم الملف المدرسي (numéro de fiche): كشف العلامات، فاتورة الأدوات المدرسية، كشف حساب الحضانة المدرسية، جدول الحصص أو بطاقة التلميذ.
    .code = الرمز الدائم (code permanent): كشف العلامات، جدول الحصص، بطاقة التلميذ، الأوراق الرسمية للمدرسة.
# The words printed on the school's papers: they stay in French in every language.
parent-paper-title = Bulletin
parent-paper-fiche = Numéro de fiche
parent-paper-code = Code permanent

parent-claim-matched = { $child }: تم الربط بحسابكم.
parent-claim-already-tied = { $child }: الربط بحسابكم تم من قبل.
parent-claim-does-not-match = هذه المعلومات لا تطابق الملف.
    .body = قارنوا كل خانة بورقة من المدرسة: كل أسماء العائلة، والاسم الأول كاملا، والتاريخ، والرقم. يمكنكم أيضا أن تطلبوا من سكرتارية المدرسة تأكيد طفلكم معكم.
parent-claim-not-found-here = لم نجد هذا الطفل هنا.
    .body = اخترتم مركز خدمات مدرسية غير مركز هذه المدرسة. راجعوا هذا الاختيار. إذا كان صحيحا، تخبركم السكرتارية إلى أين تتوجهون.
parent-claim-correcting = السكرتارية راجعت المعلومات معكم.
    .body = صححوا ما تقوله لكم، ثم اضغطوا مرة أخرى على « { parent-claim-send } ».
parent-claim-temporary-code = هذا رمز دائم مؤقت: فيه 10 حروف وأرقام فقط.
    .body = اكتبوا بدلا منه رقم الملف المدرسي (numéro de fiche).
parent-claim-number-unreadable = لا يمكن قراءة هذا الرقم.
    .body = رقم الملف المدرسي من رقم واحد إلى 7 أرقام. الرمز الدائم 4 حروف ثم 8 أرقام.
parent-claim-look-alike = لا يمكن قراءة هذا الرمز.
    .body = بعض العلامات متشابهة: الحرف { "O" } والصفر { "0" }، الحرف { "I" } والرقم { "1" }، الحرف { "S" } والرقم { "5" }. الرمز الدائم 4 حروف ثم 8 أرقام.
parent-claim-adult-where = مراكز تعليم الكبار والتكوين المهني تسجل طلابها بنفسها.
    .body = توجهوا إلى مركز تعليم الكبار أو التكوين المهني في مركز الخدمات المدرسية. يمكن للسكرتارية أن تقول لكم أي مركز.
parent-claim-see-secretary = سكرتارية المدرسة ستقوم بذلك معكم.
    .body = بخصوص هذا الطفل، يرجى التحدث إلى سكرتارية المدرسة.
parent-claim-paused = كثرت المحاولات.
    .body = في الوقت الحالي، يرجى التحدث إلى سكرتارية المدرسة: يمكنها أن تؤكد طفلكم معكم.

## An account from before: each child is confirmed once.

parent-gate = أكدوا كل طفل من أطفالكم
    .lead = كان لديكم حساب من قبل. يجب تأكيد كل طفل مرة واحدة قبل أن يظهر هنا. بعد ذلك لن نطلب هذا منكم مرة أخرى.
parent-gate-since = أكدوا كل طفل من أطفالكم
    .lead = كان لديكم حساب من قبل. منذ { DATETIME($since, dateStyle: "long") }، يجب تأكيد كل طفل مرة واحدة قبل أن يظهر هنا. بعد ذلك لن نطلب هذا منكم مرة أخرى.
parent-gate-left =
    { $count ->
        [one] بقي طفل واحد للتأكيد ({ $count }).
       *[other] عدد الأطفال الذين بقي تأكيدهم: { $count }.
    }
parent-gate-confirmed = تم التأكيد: { $child }.
parent-gate-later = المتابعة في يوم آخر

## طفل جديد، وما يمكن أن يقوله ولي الأمر للمدرسة.

parent-registration = طلب مكان لطفل جديد
    .body = اكتبوا اسمه وتاريخ ميلاده. ستتصل بكم المدرسة.
parent-registration-last-names = اسم عائلة الطفل
parent-registration-first-names = الاسم الأول للطفل
parent-registration-phone = رقم هاتفكم
    .description = إذا أردتم أن تتصل بكم المدرسة. لديها أيضا بريدكم الإلكتروني.
parent-registration-school = المدرسة التي ترغبون فيها
    .description = إذا كنتم تفكرون في مدرسة معينة.
parent-registration-send = إرسال الطلب
parent-registration-done = تم تسجيل طلبكم.
    .body = ستتصل بكم المدرسة. لا شيء آخر مطلوب اليوم لهذا الطفل.
parent-documents = ما يجب إحضاره إلى المدرسة
parent-documents-birth = شهادة ميلاد الطفل
parent-documents-residence = ما يثبت عنوانكم، مثل عقد الإيجار أو فاتورة
parent-documents-report = آخر كشف علامات، إذا كان الطفل قد درس من قبل
parent-documents-status = وثائق الهجرة، إذا ولد الطفل خارج كندا
parent-about = إخبار المدرسة بشيء آخر عن طفل
    .title = ماذا تريدون أن تقولوا للمدرسة؟
    .back = رجوع
    .send = إرسال إلى المدرسة
parent-about-nobody = لست ولي الأمر ولا الوصي
parent-about-child = أي طفل؟
parent-about-what = جوابكم
parent-about-re-registration = أريد إعادة تسجيله للسنة القادمة.
parent-about-not-my-child = هذا ليس طفلي.
parent-about-not-guardian = لست الوصي القانوني عليه.
parent-about-done = شكرا لأنكم أخبرتمونا.
    .body = وصلت رسالتكم إلى المدرسة وستنظر فيها. يمكنكم المتابعة أو الإنهاء.

## The account itself, and the record of each child.

parent-account = حسابي
    .lead = يمكنكم هنا تغيير عنوان حسابكم أو كلمة المرور أو اللغة.
parent-account-address = عنوان البريد الإلكتروني
parent-account-change-address = تغيير العنوان
parent-account-address-changed = تم تغيير عنوان حسابكم.
parent-account-password = كلمة المرور
parent-account-change-password = تغيير كلمة المرور
parent-account-password-changed = تم تغيير كلمة المرور.
parent-account-language = اللغة
    .description = لغة الشاشة ولغة رسائل المدرسة عن حسابكم.
parent-account-back = العودة إلى أطفالي
parent-new-address = عنوان آخر لحسابكم
    .lead = سيرسل رمز إلى هذا العنوان، وسيبلغ العنوان القديم بالتغيير.
    .note = يتغير عنوان حسابكم فقط. العنوان في ملف المدرسة يبقى كما هو: اطلبوا من سكرتارية المدرسة تغييره أيضا.
parent-new-address-field = عنوان البريد الإلكتروني الجديد
parent-new-address-back = الاحتفاظ بعنواني
parent-new-address-code = الرمز المرسل إلى العنوان الجديد
    .lead = تم إرسال رمز إلى { $address }.
    .note = قد تتأخر الرسالة بضع دقائق. ابحثوا أيضا في البريد غير المرغوب فيه. لا يتغير عنوانكم قبل إدخال الرمز.
parent-new-address-again = تم إرسال رمز جديد. الرمز القديم لم يعد صالحا.
parent-new-address-other = عدم تغيير العنوان الآن
parent-new-address-taken = لهذا العنوان حساب آخر لولي أمر.
    .body = لم يتغير عنوانكم. اختاروا عنوانا آخر، أو اسألوا سكرتارية المدرسة.
parent-change-password = تغيير كلمة المرور
    .lead = اكتبوا أولا كلمة المرور الحالية، ثم الجديدة مرتين.
parent-change-password-back = الاحتفاظ بكلمة المرور
parent-current-password = كلمة المرور الحالية
parent-new-password = كلمة المرور الجديدة
parent-child-open = عرض الملف
parent-child-name = الاسم
parent-child-school = المدرسة
parent-child-group = المجموعة
parent-child-year = السنة الدراسية
parent-child-fiche = رقم الملف المدرسي (numéro de fiche)
parent-child-code = الرمز الدائم (code permanent)
parent-child-none = لا يوجد
parent-child-reveal = اضغطوا باستمرار لرؤية الأرقام
parent-child-back = العودة إلى القائمة

## The end.

parent-summary = تم كل شيء
    .lead = هذا ما تم تسجيله في المدرسة.
parent-summary-address = عنوانكم
parent-summary-proof-code = تم التحقق منه: وصلكم الرمز.
parent-summary-proof-in-person = لم يتم التحقق منه بعد. تم قبوله حضوريا، وستشرح لكم سكرتارية المدرسة كيفية التحقق منه. إلى ذلك الحين لا يمكن استعمال حسابكم.
parent-summary-children = أطفالكم
parent-summary-no-child = لا يوجد بعد أي طفل مرتبط بحسابكم. يمكن لسكرتارية المدرسة أن تؤكد طفلا معكم.
parent-summary-gate =
    { $count ->
        [one] بقي طفل واحد للتأكيد ({ $count }). سيظهر أطفالكم عندما يتم تأكيد كل واحد منهم، اليوم أو في زيارة أخرى.
       *[other] عدد الأطفال الذين بقي تأكيدهم: { $count }. سيظهر أطفالكم عندما يتم تأكيد كل واحد منهم، اليوم أو في زيارة أخرى.
    }
parent-summary-portal = بوابة أولياء الأمور
    .note = احتفظوا بهذا العنوان. ستخبركم المدرسة متى تستعملونه.
parent-summary-phone = هل تحتاجون إلى مساعدة فيما بعد؟
parent-summary-another = إضافة طفل آخر

parent-ended-back = الرجوع إلى البداية
parent-ended-done = شكرا لكم!
    .lead = تم تسجيل كل شيء. ما كتبتموه على الشاشة تم مسحه.
parent-ended-cancelled-by-parent = انتهت الزيارة
    .lead = ما كتبتموه على الشاشة تم مسحه. يمكنكم البدء من جديد متى شئتم.
parent-ended-cancelled-by-staff = انتهت الزيارة
    .lead = أغلقت سكرتارية المدرسة الزيارة. تحدثوا إليها إذا أردتم المتابعة.
parent-ended-timed-out = انتهت الزيارة
    .lead = لم يكتب أي شيء منذ مدة. تم مسح الشاشة لحماية معلوماتكم. يمكنكم البدء من جديد.
parent-ended-halted = يرجى مقابلة الشخص المسؤول
    .lead = لا يمكننا المتابعة على الشاشة. سيستقبلكم الشخص المسؤول.
parent-ended-address-not-on-file = انتهت الزيارة
    .lead = ستخبركم سكرتارية المدرسة بالخطوة التالية.
parent-ended-information-missing = انتهت الزيارة
    .lead = هناك معلومات ناقصة. ستخبركم سكرتارية المدرسة بما يجب إحضاره في المرة القادمة.
parent-ended-code-not-received = انتهت الزيارة
    .lead = لم يصل الرمز في الوقت المناسب. ستخبركم سكرتارية المدرسة بالخطوة التالية.
parent-ended-program-stopped = انتهت الزيارة
    .lead = توقف البرنامج. يمكنكم البدء من جديد، وما تم تأكيده محفوظ.

## The slip and the notices.

parent-slip = زيارتكم لسكرتارية المدرسة
    .number = رقم الزيارة
    .keep = احتفظوا بهذه الورقة. بهذا الرقم تجد السكرتارية زيارتكم من جديد.
    .copy = نسخة
parent-notices = للعلم
parent-notice-in-french = هذا النص بالفرنسية فقط.
parent-notice-template =
    سيفتح قريبا موقع جديد للأولياء. لربط طفلكم به تحتاجون إلى عنوان بريدكم الإلكتروني المسجل في ملف المدرسة، وإلى رقم الملف (numéro de fiche) أو الرمز الدائم (code permanent) لطفلكم.
    تجدون رقم الملف (numéro de fiche) في كشف النقاط أو فاتورة اللوازم المدرسية أو كشف خدمة الحضانة أو الجدول الدراسي أو بطاقة التلميذ. وتجدون الرمز الدائم (code permanent) في كشف النقاط أو الجدول الدراسي أو بطاقة الهوية أو وثائق المدرسة الرسمية.
    لا ترسلهما المدرسة أبدا بالبريد الإلكتروني. هل ينقصكم أحدهما؟ اسألوا معلم طفلكم أو سكرتارية المدرسة.

## What is missing in a box.

parent-missing = يرجى ملء هذه الخانة.
parent-missing-birth-date = اكتبوا اليوم والشهر والسنة. السنة من 4 أرقام.
parent-missing-code = الرمز من 6 أرقام.
parent-missing-service-centre = اختاروا اسما من القائمة.

## What went wrong, said to the parent. `parent-error` is for all the rest.

parent-error = حدث خطأ. حاولوا مرة أخرى، أو اطلبوا المساعدة من سكرتارية المدرسة.
parent-error-no-address-on-file = يرجى سؤال السكرتارية.
parent-error-account-of-another = يرجى سؤال السكرتارية.
parent-error-address-not-proven = أدخلوا أولا الرمز الذي أرسلته المدرسة إليكم لفتح هذا الحساب، أو اسألوا السكرتارية.
parent-error-already-confirmed = هذا الطفل مرتبط بحسابكم من قبل.
parent-error-agreement-needed = سكرتارية المدرسة ستقوم بذلك معكم.
parent-error-claims-locked = في الوقت الحالي، يرجى التحدث إلى سكرتارية المدرسة: يمكنها أن تؤكد طفلكم معكم.
parent-error-code-expired = هذا الرمز لم يعد صالحا. يرجى طلب رمز جديد.
parent-error-damaged = لا يمكن للبرنامج أن يتابع. يرجى إبلاغ سكرتارية المدرسة.
parent-error-disk-full = لم يتم تسجيل أي شيء. يرجى إبلاغ سكرتارية المدرسة.
parent-error-holds-a-number = يرجى سؤال السكرتارية.
parent-error-file-trouble = لم يتم تسجيل أي شيء. يرجى إبلاغ سكرتارية المدرسة.
parent-error-handed-over = يجب أولا أن تفتح سكرتارية المدرسة المكتب من جديد.
parent-error-invalid = لا يمكن قراءة إحدى الخانات. راجعوا ما كتبتم.
parent-error-address-taken = اسألوا سكرتارية المدرسة.
parent-error-no-guardian = اسألوا سكرتارية المدرسة أولا: عليها أن تحدد من أنتم من البالغين في الملف.
parent-error-not-found = تغيرت الشاشة في هذه الأثناء. عودوا إلى القائمة.
parent-error-invalid-current = هذه ليست كلمة المرور الحالية.
parent-error-invalid-same-address = هذا هو عنوان حسابكم الآن.
parent-error-invalid-address = هذا العنوان غير كامل. مثال: { "nom@exemple.ca" }
parent-error-invalid-again = كلمتا المرور غير متطابقتين.
parent-error-invalid-birth-date = هذا التاريخ غير موجود.
parent-error-invalid-code = الرمز من 6 أرقام.
parent-error-invalid-phone = هذا الرقم طويل جدا.
parent-error-mail-trouble = لا يمكن إرسال البريد الآن. يرجى إبلاغ سكرتارية المدرسة.
parent-error-no-mail-server = لا يمكن إرسال البريد الآن. يرجى إبلاغ سكرتارية المدرسة.
parent-error-no-visit = انتهت الزيارة. يمكنكم البدء من جديد.
parent-error-not-allowed = هذا غير ممكن الآن. اسألوا سكرتارية المدرسة.
parent-error-not-signed-in = المكتب مغلق. يرجى التوجه إلى سكرتارية المدرسة.
parent-error-out-of-step = تغيرت الشاشة في هذه الأثناء. انظروا إلى المطلوب الآن.
parent-error-password-refused = كلمة المرور هذه لا تتبع كل القواعد بعد.
parent-error-restricted = يرجى مقابلة الشخص المسؤول.
parent-error-sign-in-refused = العنوان وكلمة المرور غير متطابقين.
parent-error-too-late = يرجى سؤال السكرتارية.
parent-error-too-many =
    { $minutes ->
        [zero] كثرت المحاولات. انتظروا قليلا، أو اطلبوا المساعدة من سكرتارية المدرسة.
        [one] كثرت المحاولات. انتظروا دقيقة واحدة، أو اطلبوا المساعدة من سكرتارية المدرسة.
        [two] كثرت المحاولات. انتظروا دقيقتين، أو اطلبوا المساعدة من سكرتارية المدرسة.
        [few] كثرت المحاولات. انتظروا { $minutes } دقائق، أو اطلبوا المساعدة من سكرتارية المدرسة.
        [many] كثرت المحاولات. انتظروا { $minutes } دقيقة، أو اطلبوا المساعدة من سكرتارية المدرسة.
       *[other] كثرت المحاولات. انتظروا { $minutes } دقيقة، أو اطلبوا المساعدة من سكرتارية المدرسة.
    }
parent-error-unexpected = حدث خطأ. حاولوا مرة أخرى، أو اطلبوا المساعدة من سكرتارية المدرسة. المرجع: { $reference }
parent-error-visit-under-way = هناك زيارة أخرى مفتوحة. اسألوا سكرتارية المدرسة.
