// In the page that is tested: what its policy refuses is told while it is still being read.
const refused: string[] = [];
Object.assign(globalThis, { refused });
document.addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
  refused.push(violatedDirective),
);
