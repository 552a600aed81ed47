'use client';

import type { ReactNode } from 'react';
import type { BadRequestError, UnprocessableContentError } from '../../errors/statusErrors.ts';
import { Summary, useTakesFocus } from '../FieldErrors.tsx';
import { countFieldMessages, fieldMessagesOf } from '../fieldMessages.ts';
import { ServerSentence } from '../ServerSentence.tsx';
import { useSettings } from '../settings.ts';
import { StatusPanel } from '../StatusPanel.tsx';
import type { ErrorViewProps } from '../viewTypes.ts';

/** 400 and 422. After a submit the summary of fields takes the focus; each line leads to its field. */
export function RefusedFormView(
  props: ErrorViewProps<BadRequestError> | ErrorViewProps<UnprocessableContentError>,
): ReactNode {
  const { error } = props;
  const settings = useSettings();
  const { mapFieldErrors = settings.mapFieldErrors } = props;
  const fields = fieldMessagesOf(error, mapFieldErrors);
  const takesFocus = useTakesFocus(error, fields);
  const isForm = error.operation === 'write' && countFieldMessages(fields) > 0;
  return (
    <StatusPanel
      {...props}
      live={takesFocus ? 'off' : undefined}
      isForm={isForm}
      extra={() => (
        <>
          <ServerSentence error={error} fields={fields} />
          <Summary error={error} mapFieldErrors={mapFieldErrors} takesFocus={takesFocus} />
        </>
      )}
    />
  );
}
