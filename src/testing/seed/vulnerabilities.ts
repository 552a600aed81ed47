/** What a finding is about. `{host}`, `{path}` and `{param}` are filled in by the generator. */
export interface Vulnerability {
  category: string;
  title: string;
  description: string;
  proof: string;
  fix: string;
  /** Least and most impact of this kind of finding, 1 to 5. */
  impact: readonly [number, number];
}

export const VULNERABILITIES: readonly [Vulnerability, ...Vulnerability[]] = [
  {
    category: 'XSS',
    title: 'Stored XSS in the `{param}` field of {path}',
    description: 'The value of `{param}` is stored and later written into the page without encoding.',
    proof:
      '1. Open https://{host}{path}\n2. Set `{param}` to the payload below\n3. Reload as another user\n\n```html\n<script>alert(document.domain)</script>\n```',
    fix: 'Encode on output and add a [content security policy](https://developer.mozilla.org/docs/Web/HTTP/CSP).',
    impact: [3, 5],
  },
  {
    category: 'XSS',
    title: 'Reflected XSS via `{param}`',
    description: 'The error page of {path} repeats `{param}` verbatim, also inside an attribute.',
    proof: '```\nhttps://{host}{path}?{param}="><svg/onload=alert`1`>\n```',
    fix: 'Encode for the context: *HTML text*, *attribute* and *URL* need different rules.',
    impact: [2, 4],
  },
  {
    category: 'SQL Injection',
    title: 'SQL injection in {path} (`{param}`)',
    description:
      'The `{param}` parameter is concatenated into a statement. A time-based payload delays the answer.',
    proof:
      "```sql\n' UNION SELECT username, password_hash, NULL FROM users--\n```\n\n| payload | delay |\n|---|---|\n| `1` | 0.08 s |\n| `1' AND SLEEP(5)--` | 5.11 s |",
    fix: 'Use bound parameters:\n\n```ts\nawait db.query("SELECT * FROM orders WHERE id = $1", [id]);\n```',
    impact: [4, 5],
  },
  {
    category: 'IDOR',
    title: 'Any customer can read the records of others through {path}',
    description: 'The server checks that *someone* is signed in, not that the record belongs to them.',
    proof:
      '1. Sign in as **alice**\n2. Request `{path}/1042`\n3. Change the number to `1043`: the answer holds data of **bob**',
    fix: 'Look the record up *within* the tenant of the session, and answer 404 otherwise.',
    impact: [3, 5],
  },
  {
    category: 'SSRF',
    title: 'Server-side request forgery in the `{param}` import',
    description: 'The import fetches any URL, including the metadata service at `169.254.169.254`.',
    proof:
      '```bash\ncurl -X POST https://{host}{path} \\\n  -d \'{"{param}":"http://169.254.169.254/latest/meta-data/iam/"}\'\n```',
    fix: 'Resolve first, refuse private ranges, never follow redirects, and require IMDSv2.',
    impact: [4, 5],
  },
  {
    category: 'CSRF',
    title: 'Cross-site request forgery on {path}',
    description: 'The form has no token and the session cookie is `SameSite=None`.',
    proof:
      '```html\n<form action="https://{host}{path}" method="post"><input name="{param}" value="1"></form>\n```',
    fix: 'Set `SameSite=Lax` and check an anti-forgery token.',
    impact: [2, 4],
  },
  {
    category: 'Authentication',
    title: 'No limit on sign-in attempts at {path}',
    description: '10,000 passwords were tried in nine minutes without a lock or a captcha.',
    proof:
      '| attempts | status | time |\n|---:|---|---:|\n| 1 | 401 | 80 ms |\n| 10,000 | 401 | 82 ms |\n| 10,001 | **200** | 95 ms |',
    fix: 'Slow down per account *and* per address; offer passkeys.',
    impact: [2, 4],
  },
  {
    category: 'Session Management',
    title: 'Sessions stay valid after signing out',
    description: 'Signing out deletes the cookie in the browser; the server keeps accepting it for 30 days.',
    proof: '1. Copy the cookie\n2. Sign out\n3. Send the copied cookie: `200 OK`',
    fix: 'Revoke the session on the server.',
    impact: [2, 3],
  },
  {
    category: 'JWT',
    title: 'Tokens signed with `alg: none` are accepted',
    description: 'The verification trusts the algorithm that the token itself names.',
    proof: '```json\n{ "alg": "none", "typ": "JWT" }\n{ "sub": "1", "role": "admin" }\n```',
    fix: 'Pin the algorithm: `verify(token, key, { algorithms: ["ES256"] })`.',
    impact: [4, 5],
  },
  {
    category: 'Template Injection',
    title: 'Template injection in the subject of e-mails (`{param}`)',
    description: 'An expression in `{param}` is evaluated: `{{7*7}}` arrives as 49.',
    proof: 'Payloads tried:\n\n- `{{7*7}}`\n- `${7*7}`\n- `<%= 7*7 %>`',
    fix: 'Never build templates from input; pass values as variables.',
    impact: [4, 5],
  },
  {
    category: 'XXE',
    title: 'XML external entities in the upload at {path}',
    description: 'The parser resolves external entities, so files of the server can be read.',
    proof: '```xml\n<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>\n<x>&e;</x>\n```',
    fix: 'Turn off DTDs.',
    impact: [3, 5],
  },
  {
    category: 'Open Redirect',
    title: 'Open redirect through `{param}`',
    description: 'After sign-in the browser is sent to whatever `{param}` holds.',
    proof:
      '[https://{host}/login?{param}=//attacker.example](https://{host}/login?{param}=//attacker.example)',
    fix: 'Allow relative paths only.',
    impact: [1, 3],
  },
  {
    category: 'Access Control',
    title: 'Viewers can change roles via {path}',
    description: 'The button is hidden for viewers, the endpoint is open.',
    proof: '```http\nPATCH {path} HTTP/1.1\nHost: {host}\n\n{"role":"owner"}\n```',
    fix: 'Check the role on the server, with one policy for page and endpoint.',
    impact: [3, 5],
  },
  {
    category: 'Information Disclosure',
    title: 'Stack traces and versions in error pages of {path}',
    description: 'A malformed `{param}` answers with a stack trace, framework version and paths.',
    proof:
      '```\nActionController::BadRequest (invalid %-encoding)\n  rack (2.2.6.2) lib/rack/query_parser.rb:83\n```',
    fix: 'Show a plain error page; log the rest.',
    impact: [1, 2],
  },
  {
    category: 'Cryptography',
    title: 'TLS 1.0 and weak ciphers on {host}',
    description: 'The listener still offers TLS 1.0 and `TLS_RSA_WITH_3DES_EDE_CBC_SHA`.',
    proof: '```bash\nnmap --script ssl-enum-ciphers -p 443 {host}\n```',
    fix: 'Offer TLS 1.2 and 1.3 only.',
    impact: [1, 2],
  },
  {
    category: 'Misconfiguration',
    title: 'Storage bucket with customer documents is public',
    description: 'The bucket allows `s3:ListBucket` to everyone.',
    proof: '```bash\naws s3 ls s3://{host}-documents --no-sign-request\n```',
    fix: 'Block public access on the account, not on the bucket.',
    impact: [3, 5],
  },
  {
    category: 'Business Logic',
    title: 'Negative quantities lower the total at {path}',
    description: 'An order with `{param}: -1` is accepted and refunded.',
    proof: '> 1 × pallet (€ 120)\n> −1 × insurance (€ 119)\n>\n> **Total: € 1**',
    fix: 'Validate on the server; compute totals there.',
    impact: [2, 4],
  },
  {
    category: 'Race Condition',
    title: 'A voucher can be used several times at once',
    description: 'Twenty parallel requests redeemed one voucher **eleven** times.',
    proof: '```bash\nseq 20 | xargs -P20 -I{} curl -sX POST https://{host}{path}\n```',
    fix: 'Redeem in one statement with a condition, or lock the row.',
    impact: [2, 4],
  },
];

export const PATHS: readonly [string, ...string[]] = [
  '/invoices',
  '/account/profile',
  '/api/v2/shipments',
  '/search',
  '/admin/users',
  '/uploads',
  '/checkout',
  '/graphql',
  '/claims',
  '/reports/export',
];

export const PARAMS: readonly [string, ...string[]] = [
  'name',
  'redirect_url',
  'q',
  'order_id',
  'callback',
  'company',
  'sort',
  'avatar',
  'comment',
];
