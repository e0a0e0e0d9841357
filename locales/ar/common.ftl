### What both windows, the mail and the paper say alike. No vowel marks: fonts place them badly.

# The name of the language, in that language.
locale-name = العربية

## The parts of the screens, in both windows.

ui-accents = حروف فرنسية خاصة
ui-busy = لحظة من فضلك…
ui-close = إغلاق
ui-hide = إخفاء
ui-show = إظهار
ui-nothing-found = لا توجد نتيجة.
ui-notice-bad = خطأ:
ui-notice-good = تم:
ui-notice-info = للعلم:
ui-notice-warning = تنبيه:
ui-open-list = فتح القائمة
ui-step-done = (تم)

## What went wrong, in both windows.

error-code-expired = هذا الرمز لم يعد صالحا. اطلب رمزا آخر.
error-invalid = لا يمكن قراءة هذه الخانة كما هي مكتوبة.
error-no-visit = انتهت الزيارة.
error-not-allowed = هذا غير مسموح هنا أو في هذه اللحظة.
error-not-signed-in = لم يفتح أحد المكتب.
error-out-of-step = الزيارة وصلت إلى خطوة أخرى. تم تحديث الشاشة.
error-password-refused = كلمة المرور هذه لا تتبع كل قواعد القائمة.
error-sign-in-refused = العنوان وكلمة المرور غير متطابقين.
error-too-many =
    { $minutes ->
        [zero] محاولات كثيرة. انتظر قليلا ثم أعد المحاولة.
        [one] محاولات كثيرة. انتظر دقيقة واحدة ثم أعد المحاولة.
        [two] محاولات كثيرة. انتظر دقيقتين ثم أعد المحاولة.
        [few] محاولات كثيرة. انتظر { $minutes } دقائق ثم أعد المحاولة.
        [many] محاولات كثيرة. انتظر { $minutes } دقيقة ثم أعد المحاولة.
       *[other] محاولات كثيرة. انتظر { $minutes } دقيقة ثم أعد المحاولة.
    }
error-unexpected = حدث خطأ. المرجع الذي يعطى للدعم الفني: { $reference }
