import { useEffect } from 'react';

/** Lets the rules for a high contrast mode hold, as long as it is on: no page can switch the mode itself. */
export function useForcedColors(isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return;
    const rules = [...document.styleSheets].flatMap((sheet) => forcedRules(sheet.cssRules));
    const before = rules.map(({ media }) => media.mediaText);
    for (const { media } of rules) media.mediaText = 'all';
    return () => {
      for (const [index, { media }] of rules.entries()) media.mediaText = before[index] ?? '';
    };
  }, [isOn]);
}

function forcedRules(rules: CSSRuleList): CSSMediaRule[] {
  return [...rules].flatMap((rule) => {
    if (rule instanceof CSSMediaRule && rule.media.mediaText.includes('forced-colors')) return [rule];
    return rule instanceof CSSGroupingRule ? forcedRules(rule.cssRules) : [];
  });
}
