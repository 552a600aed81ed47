import type { Meta, StoryObj } from '@storybook/react-vite';
import { CobaltErrorView, FieldErrors, useCreateAsset, useFieldErrors } from 'cobalt-react';
import { type ReactNode, useRef } from 'react';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { visitorOf } from '../support/visitor.ts';

const meta = { title: 'Components/FieldErrors' } satisfies Meta;
export default meta;

function NewAsset(): ReactNode {
  const title = useRef<HTMLInputElement>(null);
  const create = useCreateAsset();
  const fields = useFieldErrors(create.error);
  return (
    <main className="page">
      <h1>New asset</h1>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate({ title: title.current?.value ?? '', asset_type: 'web' });
        }}
      >
        <CobaltErrorView error={create.error} />
        <div className="field">
          <label htmlFor="title">Title</label>
          <input id="title" ref={title} {...fields.control('title')} />
          <FieldErrors.FieldMessage className="problem" {...fields.message('title')} />
        </div>
        <button className="plain" type="submit">
          Add
        </button>
        <p role="status">{create.isSuccess && 'Added'}</p>
      </form>
    </main>
  );
}

/** Sent empty: the summary has the focus, the message stands at the control too, and goes when it is edited. */
export const RefusedForm: StoryObj = {
  render: () => <NewAsset />,
  play: async (context) => {
    const visitor = visitorOf(context);
    await visitor.presses('Add');
    const panel = await visitor.reads('One thing to change');
    await waitFor(() => expect(panel.querySelector('[data-part="field-errors"]')).toHaveFocus());
    const control = within(context.canvasElement).getByLabelText('Title');
    await expect(control).toBeInvalid();
    await userEvent.click(within(panel).getByRole('link', { name: 'Title' }));
    await expect(control).toHaveFocus();
    await visitor.types('Title', 'Gatehouse');
    await expect(control).not.toBeInvalid();
    await visitor.presses('Add');
    await visitor.sees('Added');
  },
};
