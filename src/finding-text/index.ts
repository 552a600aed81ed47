/** Texts of findings as people read them. An entry of its own: its markdown library is an optional peer. */
export { FindingText, type FindingTextProps } from './FindingText.tsx';
