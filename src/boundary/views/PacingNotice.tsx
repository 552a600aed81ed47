'use client';

import type { ReactNode } from 'react';
import type { PacingState } from '../../connection/connectionState.ts';
import type { OperationType } from '../../errors/CobaltError.ts';
import { Countdown } from '../Countdown.tsx';
import { Body, Content, Icon, Layout, Root, Title } from '../parts.tsx';
import { Sentence, SLOT } from '../Sentence.tsx';
import type { HeadingLevel } from '../viewTypes.ts';
import { useWords } from '../words.ts';

interface PacingNoticeProps {
  readonly operation: OperationType;
  readonly pacing: PacingState;
  readonly headingLevel: HeadingLevel;
}

/** Requests wait, since this minute's are used up. Nothing failed, so nothing is announced and there is nothing to press. */
export function PacingNotice({ operation, pacing, headingLevel }: PacingNoticeProps): ReactNode {
  const { say } = useWords();
  return (
    <Root severity="info" variant="banner" phase="waiting" operation={operation}>
      <Layout>
        <Icon />
        <Content>
          <Title level={headingLevel}>{say(`pacing.${operation}.title`)}</Title>
          <Body>{say(`pacing.${operation}.body`)}</Body>
          <p data-part="countdown-line">
            <Sentence text={say(`pacing.${operation}.waiting`, { wait: SLOT })}>
              <Countdown until={pacing.until} />
            </Sentence>
          </p>
        </Content>
      </Layout>
    </Root>
  );
}
