import type { CobaltMessages } from '../boundary/messages.ts';

/**
 * All sentences of the views in Arabic. No sentence begins with the name of the service, so that none takes a Latin name's direction;
 * set `dir="rtl"` on your page. A time that is left stands after a colon, where its form does not depend on the words before it.
 *
 * @example
 * import { CobaltUI } from 'cobalt-react';
 * import { ar } from 'cobalt-react/locales/ar';
 *
 * <CobaltUI messages={ar} />
 */
export const ar: CobaltMessages = {
  locale: 'ar',

  'badRequest.title': 'تعذّر استخدام هذا الطلب',
  'badRequest.body': 'لم يتمكن {service} من قراءة جزء منه، فرفضه.',
  'badRequest.write.safety': 'لم يُحفظ شيء. ما أدخلته ما زال هنا.',

  'unauthenticated.title': 'انتهى اتصالك بخدمة {service}',
  'unauthenticated.body': 'لم يُقبل رمز الوصول. ربما أُلغي أو استُبدل، أو أنه يخص منطقة أخرى.',
  'unauthenticated.again.body': 'لم يُقبل رمز الوصول الجديد أيضًا. تأكد من أنه يخص هذه المنطقة.',
  'unauthenticated.signedOut.title': 'سجّلت الخروج من خدمة {service}',
  'unauthenticated.signedOut.body': 'أعد الاتصال للمتابعة.',
  'unauthenticated.safety': 'ما كتبته في هذه الصفحة باقٍ كما هو.',
  'unauthenticated.label': 'رمز الوصول الجديد',
  'unauthenticated.reconnect': 'إعادة الاتصال',
  'unauthenticated.connecting': 'جارٍ الاتصال…',
  'unauthenticated.howTo': 'كيف أحصل على رمز جديد؟',
  'unauthenticated.failed': 'لم ينجح ذلك. لم يتغيّر شيء، ويمكنك المحاولة مرة أخرى.',
  'unauthenticated.notAToken': 'لا يمكن أن يكون هذا رمزًا: إنه فارغ، أو فيه مسافة أو حرف لا يرد في الرموز.',

  'forbidden.title': 'هذا خارج صلاحياتك',
  'forbidden.read.body': 'حسابك متصل، لكن لا يمكنه فتح هذا. يستطيع أحد مالكي المؤسسة تغيير ذلك.',
  'forbidden.write.body': 'حسابك متصل، لكن لا يمكنه تعديل هذا. يستطيع أحد مالكي المؤسسة تغيير ذلك.',
  'forbidden.organization.body': 'حسابك متصل، لكن هذه المؤسسة ليست من مؤسساته. يستطيع أحد مالكيها إضافتك.',
  'forbidden.read.safety': 'بقية التطبيق تعمل كالمعتاد.',
  'forbidden.write.safety': 'لم يتغيّر شيء. بقية التطبيق تعمل كالمعتاد.',

  'notFound.title': 'لم نعثر على هذا',
  'notFound.body': 'ربما حُذف أو نُقل، أو أنه يخص مؤسسة أخرى.',

  'methodNotAllowed.title': 'هذا الإجراء غير متاح هنا',
  'methodNotAllowed.body': 'طلبه التطبيق بطريقة لا يقبلها {service}.',
  'methodNotAllowed.safety': 'لم يتغيّر شيء.',

  'notAcceptable.title': 'لا يمكن عرض هذا',
  'notAcceptable.body': 'طلب التطبيق من {service} صيغة لا يوفّرها. لن تفيد إعادة المحاولة.',
  'notAcceptable.safety': 'لم يتغيّر شيء.',

  'alreadySent.title': 'سبق إرسال هذا',
  'alreadySent.body': 'وصل إلى {service} طلب بالمرجع نفسه في الدقائق الأخيرة، لذلك لم يُرسل مرة أخرى.',
  'alreadySent.probablySaved.body': 'وصلت محاولتك الأولى: ابحث في القائمة، فالأرجح أنك ستجده فيها.',
  'alreadySent.safety': 'لم تُنشأ نسخة ثانية بهذه المحاولة.',

  'endpointRemoved.title': 'لم تعد هذه الميزة متوفرة',
  'endpointRemoved.body': 'لم يعد {service} يوفّر ما تستخدمه هذه الصفحة. يحتاج التطبيق إلى تحديث.',
  'endpointRemoved.safety': 'لم تتأثر الصفحات الأخرى.',

  'declined.title': 'رفض {service} هذا الطلب',
  'declined.body': 'لم يُذكر سبب، ومن غير المرجّح أن تفيد إعادة الإرسال.',
  'declined.withReason.body': 'من غير المرجّح أن تفيد إعادة الإرسال.',
  'declined.write.safety': 'لم يُحفظ شيء بهذه المحاولة.',

  'validation.title':
    '{count, plural, one {هناك أمر واحد يحتاج إلى تعديل} two {هناك أمران يحتاجان إلى تعديل} few {هناك # أمور تحتاج إلى تعديل} many {هناك # أمرًا يحتاج إلى تعديل} other {هناك # أمر يحتاج إلى تعديل}}',
  'validation.noFields.body': 'لم تُقبل إحدى القيم. راجع ما أدخلته ثم احفظ مرة أخرى.',
  'validation.write.safety': 'إجاباتك ما زالت هنا.',

  'rateLimited.read.title': 'توقف التحميل للحظات',
  'rateLimited.read.body':
    'بلغ حسابك {known, select, yes {{limit, plural, one {طلبًا واحدًا} two {طلبين} few {# طلبات} many {# طلبًا} other {# طلب}}} other {الحد المسموح به من الطلبات}} في الدقيقة. يُستأنف التحميل تلقائيًا. الأدوات الأخرى التي تستخدم حسابك تُحتسب أيضًا.',
  'rateLimited.manual.read.body':
    'بلغ حسابك {known, select, yes {{limit, plural, one {طلبًا واحدًا} two {طلبين} few {# طلبات} many {# طلبًا} other {# طلب}}} other {الحد المسموح به من الطلبات}} في الدقيقة. الأدوات الأخرى التي تستخدم حسابك تُحتسب أيضًا.',
  'rateLimited.read.safety': 'ما هو معروض في الصفحة باقٍ.',
  'rateLimited.read.waiting': 'الوقت المتبقي حتى المحاولة التالية: {wait}',
  'rateLimited.read.manual': 'الوقت المتبقي حتى يمكنك المحاولة: {wait}',
  'rateLimited.read.stopped': 'توقفت المحاولات التلقائية. يمكنك المحاولة بنفسك ابتداءً من {time}.',
  'rateLimited.read.ready': 'يمكنك المحاولة الآن.',
  'rateLimited.read.now': 'حاول الآن',
  'rateLimited.read.spoken.start': '{title}. الوقت المتبقي حتى المحاولة التالية: {wait} تقريبًا.',
  'rateLimited.read.spoken.left': 'الوقت المتبقي حتى المحاولة التالية: {wait} تقريبًا.',
  'rateLimited.read.spoken.again':
    'ما زال التحميل متوقفًا. الوقت المتبقي حتى المحاولة التالية: {wait} تقريبًا.',
  'rateLimited.read.spoken.handOver':
    'ما زال التحميل متوقفًا. الوقت المتبقي حتى يمكنك المحاولة بنفسك: {wait} تقريبًا.',
  'rateLimited.write.title': 'توقف الحفظ للحظات',
  'rateLimited.write.body':
    'بلغ حسابك {known, select, yes {{limit, plural, one {تغييرًا واحدًا} two {تغييرين} few {# تغييرات} many {# تغييرًا} other {# تغيير}}} other {الحد المسموح به من التغييرات}} في الدقيقة. لم يُحفظ تغييرك.',
  'rateLimited.write.safety': 'تغييرك باقٍ هنا.',
  'rateLimited.write.waiting': 'الوقت المتبقي حتى يمكنك الحفظ: {wait}',
  'rateLimited.write.ready': 'يمكنك الحفظ الآن.',
  'rateLimited.write.now': 'احفظ الآن',
  'rateLimited.write.spoken.start': '{title}. الوقت المتبقي حتى يمكنك الحفظ: {wait} تقريبًا.',
  'rateLimited.write.spoken.left': 'الوقت المتبقي حتى يمكنك الحفظ: {wait} تقريبًا.',
  'rateLimited.write.spoken.again': 'ما زال الحفظ متوقفًا. الوقت المتبقي حتى يمكنك الحفظ: {wait} تقريبًا.',
  'rateLimited.stop': 'إيقاف المحاولات التلقائية',
  'rateLimited.notYet': 'متاح عند انتهاء وقت الانتظار.',

  'pacing.read.title': 'التحميل أبطأ قليلًا في الوقت الحالي',
  'pacing.read.body': 'استنفد حسابك طلبات هذه الدقيقة. لم يُرفض شيء، وسيُحمَّل الباقي تلقائيًا.',
  'pacing.read.waiting': 'الوقت المتبقي حتى المتابعة: {wait}',
  'pacing.write.title': 'الحفظ أبطأ قليلًا في الوقت الحالي',
  'pacing.write.body': 'استنفد حسابك تغييرات هذه الدقيقة. لم يُرفض شيء، وسيُرسل تغييرك تلقائيًا.',
  'pacing.write.waiting': 'الوقت المتبقي حتى المتابعة: {wait}',

  'server.read.title': 'حدثت مشكلة في {service}',
  'server.read.body': 'تعذّر تحميل هذا الآن.',
  'server.write.title': 'لا يمكننا تأكيد الحفظ',
  'server.write.body': 'حدثت مشكلة في {service} أثناء المعالجة.',
  'server.write.safety': 'إجاباتك ما زالت هنا.',

  'maintenance.title': 'خدمة {service} متوقفة لأعمال صيانة',
  'maintenance.body':
    '{known, select, yes {موعد العودة المتوقع: {end}. تتحقق هذه الصفحة تلقائيًا.} other {لم يُحدد موعد للانتهاء. تتحقق هذه الصفحة تلقائيًا.}}',
  'maintenance.elsewhere.body':
    '{known, select, yes {موعد العودة المتوقع: {end}.} other {لم يُحدد موعد للانتهاء.}}',
  'maintenance.stopped.body': 'لم تعد هذه الصفحة تتحقق تلقائيًا.',
  'maintenance.safety': 'ما أدخلته في هذه الصفحة باقٍ.',
  'maintenance.next':
    '{n, plural, one {التحقق التالي خلال دقيقة} two {التحقق التالي بعد دقيقتين تقريبًا} few {التحقق التالي بعد # دقائق تقريبًا} many {التحقق التالي بعد # دقيقة تقريبًا} other {التحقق التالي بعد # دقيقة تقريبًا}}',
  'maintenance.checking': 'جارٍ التحقق…',
  'maintenance.check': 'تحقق الآن',
  'maintenance.stop': 'إيقاف التحقق',
  'maintenance.isolated.title': 'هذا الجزء غير متاح الآن',
  'maintenance.isolated.body': 'يعمل {service}، لكنه رفض هذا الطلب تحديدًا. قد يستغرق الأمر بعض الوقت.',
  'maintenance.isolated.read.safety': 'بقية التطبيق تعمل كالمعتاد.',
  'maintenance.isolated.write.safety': '{saved, select, no {لم يُحفظ شيء. } other {}}ما أدخلته ما زال هنا.',

  'offline.title': 'أنت غير متصل بالإنترنت',
  'offline.body': 'لا اتصال لهذا الجهاز. يمكنك متابعة قراءة الصفحات المفتوحة.',
  'offline.uncertain.body': 'لا اتصال لهذا الجهاز. ربما وصل تغييرك وربما لم يصل.',
  'offline.safety': 'لا يمكن إرسال التغييرات قبل عودة الاتصال.',
  'offline.check': 'تحقق مرة أخرى',

  'unreachable.read.title': 'تعذّر الوصول إلى {service}',
  'unreachable.read.body': 'انقطع الاتصال أو حُجب قبل وصول الرد.',
  'unreachable.write.title': 'لا يمكننا تأكيد الحفظ',
  'unreachable.write.body': 'لم يصل رد. ربما وصل ما أرسلته وربما لم يصل.',
  'unreachable.write.safety': 'إجاباتك ما زالت هنا.',

  'timeout.read.title': 'استغرق هذا وقتًا أطول من اللازم',
  'timeout.read.body': 'انتهت مهلة الانتظار ({wait}) دون رد من {service}، فتوقف التطبيق عن الانتظار.',
  'timeout.write.title': 'لا يمكننا تأكيد الحفظ',
  'timeout.write.body': 'انتهت مهلة الانتظار ({wait}) دون رد. ربما وصل ما أرسلته وربما لم يصل.',
  'timeout.write.safety': 'إجاباتك ما زالت هنا.',

  'malformed.read.title': 'تعذّرت قراءة الرد',
  'malformed.write.title': 'لا يمكننا تأكيد الحفظ',
  'malformed.body':
    'وصل رد من {service}، لكنه ليس بالشكل المتوقع. قد يكون السبب صفحة تسجيل دخول أو خادمًا وسيطًا أو مرشّح شبكة.',
  'malformed.write.safety': 'إجاباتك ما زالت هنا.',

  'unknown.title': 'حدث خطأ ما',
  'unknown.body': 'وصل من {service} رد لا يعرفه هذا التطبيق.',

  'placeholder.read': 'متوقف مؤقتًا. السبب في الرسالة أعلى الصفحة، وسيُستأنف التحميل تلقائيًا.',
  'placeholder.session': 'متوقف مؤقتًا. السبب في الرسالة أعلى الصفحة، وسيُستأنف التحميل فور إعادة الاتصال.',
  'placeholder.unreachable': 'لم يُحمَّل. السبب في الرسالة أعلى الصفحة، وإعادة المحاولة من هناك تحمّل هذا أيضًا.',
  'placeholder.write': 'لم يُحفظ بعد. السبب في الرسالة أعلى الصفحة، وتغييرك باقٍ هنا.',
  'placeholder.uncertain': 'لا يمكننا تأكيد الحفظ. السبب في الرسالة أعلى الصفحة، وتغييرك باقٍ هنا.',
  'placeholder.stale': 'لا يُحدَّث في الوقت الحالي.',

  'readyAgain.title': 'يمكنك الحفظ الآن',
  'readyAgain.body': 'عاد الاتصال. لم يُحفظ تغييرك من قبل.',
  'readyAgain.uncertain.body': 'عاد الاتصال. تأكد من وصول تغييرك قبل أن ترسله مرة أخرى.',
  'readyAgain.safety': 'تغييرك باقٍ هنا.',
  'readyAgain.saveNow': 'احفظ الآن',

  'panel.loadedAt': 'آخر تحميل: {time}.',
  'panel.gaveUp': 'توقفت المحاولات التلقائية لأن المشكلة ظلت تتكرر. حاول مرة أخرى متى شئت.',
  'panel.fieldError': '{field}: {message}',
  'panel.documentTitle': 'خطأ: {title}',
  'severity.info': 'ملاحظة:',
  'severity.warning': 'تحذير:',
  'severity.danger': 'خطأ:',

  'action.tryAgain': 'حاول مرة أخرى',
  'action.trying': 'جارٍ المحاولة…',
  'action.tryAgainSafely': 'أعد المحاولة بأمان',
  'action.review': 'راجع ثم حاول مرة أخرى',
  'action.checkFirst': 'تحقق من القائمة أولًا',
  'action.look': 'تأكد مما إذا كان قد وصل، ولا ترسله مرة أخرى إلا إذا لم يصل.',
  'action.notThrough': 'لم يصل: أرسله مرة أخرى',
  'action.checkList': 'اعرض القائمة',
  'action.sendAsNew': 'أرسله كطلب جديد',
  'action.confirmNew': 'نعم، أرسله مرة ثانية',
  'action.goBack': 'رجوع',
  'action.backToList': 'العودة إلى القائمة',
  'action.switchOrganization': 'تغيير المؤسسة',
  'action.reload': 'إعادة تحميل التطبيق',
  'action.report': 'الإبلاغ عن المشكلة',
  'action.hide': 'إخفاء',
  'action.discard': 'تجاهل التغيير',

  'countdown.name': 'الوقت المتبقي حتى المحاولة التالية',
  'countdown.unknown': 'دقيقة تقريبًا',
  'countdown.minutes': '{wait} تقريبًا',

  'announcer.failure': '{title}. {body}',
  'announcer.manyParts':
    '{n, plural, one {تعذّر تحميل جزء من هذه الصفحة.} two {تعذّر تحميل جزأين من هذه الصفحة.} few {تعذّر تحميل # أجزاء من هذه الصفحة.} many {تعذّر تحميل # جزءًا من هذه الصفحة.} other {تعذّر تحميل # جزء من هذه الصفحة.}}',
  'announcer.recovered': 'عاد التحميل إلى العمل.',
  'announcer.online': 'عاد اتصالك بالإنترنت.',
  'announcer.back': 'عادت خدمة {service}.',
  'announcer.connected': 'عاد اتصالك بالخدمة.',

  'details.summary': 'التفاصيل التقنية',
  'details.copy': 'نسخ التفاصيل',
  'details.copied': 'تم النسخ',
  'details.press': 'اضغط Ctrl+C',
  'details.kind': 'النوع',
  'details.status': 'الحالة',
  'details.method': 'الطريقة',
  'details.path': 'المسار',
  'details.time': 'الوقت',
  'details.requestId': 'معرّف الطلب',
  'details.key': 'الإرسال',
  'details.attempts': 'المحاولات',
  'details.limit': 'الحد',
  'details.remaining': 'المتبقي',
  'details.timeLimit': 'مهلة الانتظار',
  'details.contentType': 'نوع المحتوى',
  'details.size': 'عدد الأحرف',
  'details.mismatch': 'الاختلاف',
  'details.accept': 'الصيغة المطلوبة',
  'details.organization': 'المؤسسة',
  'details.connection': 'الاتصال',
  'details.library': 'المكتبة',
};
