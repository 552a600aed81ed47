import { Action, Dismiss, Primary, Report, Retry, Secondary, StopAuto } from './buttons.tsx';
import { Countdown } from './Countdown.tsx';
import { Copy, Details, Row } from './Details.tsx';
import { Actions, Body, Content, Icon, Layout, Root, Safety, StaleStamp, Title } from './parts.tsx';

/**
 * The parts that every ready-made view is made of: one element each, which takes every DOM prop, `className`, `style` and `ref`. Use
 * them for a view of your own that should sit among the others; for other words, colours or classes you need less (`messages`, CSS
 * variables, `classNames`). With `view` of `useErrorView`, the parts inside know what to do.
 *
 * @example
 * <ErrorPanel.Root severity="warning">
 *   <ErrorPanel.Layout>
 *     <ErrorPanel.Icon />
 *     <ErrorPanel.Content>
 *       <ErrorPanel.Title>This finding is archived</ErrorPanel.Title>
 *       <ErrorPanel.Body>An owner can bring it back.</ErrorPanel.Body>
 *     </ErrorPanel.Content>
 *     <ErrorPanel.Actions>
 *       <ErrorPanel.Primary onClick={askOwner}>Ask an owner</ErrorPanel.Primary>
 *     </ErrorPanel.Actions>
 *   </ErrorPanel.Layout>
 * </ErrorPanel.Root>
 */
export const ErrorPanel: {
  readonly Root: typeof Root;
  readonly Layout: typeof Layout;
  readonly Icon: typeof Icon;
  readonly Content: typeof Content;
  readonly Title: typeof Title;
  readonly Body: typeof Body;
  readonly Safety: typeof Safety;
  readonly StaleStamp: typeof StaleStamp;
  readonly Countdown: typeof Countdown;
  readonly Actions: typeof Actions;
  readonly Action: typeof Action;
  readonly Retry: typeof Retry;
  readonly Primary: typeof Primary;
  readonly Secondary: typeof Secondary;
  readonly StopAuto: typeof StopAuto;
  readonly Report: typeof Report;
  readonly Dismiss: typeof Dismiss;
  readonly Details: typeof Details;
  readonly Row: typeof Row;
  readonly Copy: typeof Copy;
} = {
  Root,
  Layout,
  Icon,
  Content,
  Title,
  Body,
  Safety,
  StaleStamp,
  Countdown,
  Actions,
  Action,
  Retry,
  Primary,
  Secondary,
  StopAuto,
  Report,
  Dismiss,
  Details,
  Row,
  Copy,
};
