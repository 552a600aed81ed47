import { Countdown } from './Countdown.tsx';
import { Details } from './Details.tsx';
import { Action, Actions, Body, Content, Icon, Layout, Root, Safety, StaleStamp, Title } from './parts.tsx';

/**
 * The parts that every ready-made view is made of: one element each, which takes every DOM prop, `className` and `ref`. Use them for
 * a view of your own that should sit among the others; for another colour or spacing, CSS variables are enough.
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
 *       <ErrorPanel.Action isPrimary onClick={askOwner}>Ask an owner</ErrorPanel.Action>
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
  readonly Details: typeof Details;
} = { Root, Layout, Icon, Content, Title, Body, Safety, StaleStamp, Countdown, Actions, Action, Details };
