import { CobaltErrorView, isCobaltError } from 'cobalt-react';
import { type SubmitEvent, type ReactNode, useState } from 'react';
import { ASSET_TYPES, assetTypeName } from '../text/names.ts';
import { useAssetCreation } from './AssetCreation.tsx';
import { EMPTY_DRAFT, isSame, toParams, useDraft } from './draft.ts';
import { Field } from './Field.tsx';

/** Keeps what was typed in every kind of failure, and only empties itself when the asset is there. */
export function CreateAssetForm(): ReactNode {
  const { create, submit } = useAssetCreation();
  const { error } = create;
  const [draft, setDraft] = useDraft();
  const [created, setCreated] = useState<string>();
  const [edited, setEdited] = useState<ReadonlySet<string>>(new Set());
  const params = toParams(draft);
  const isUnchanged = create.variables !== undefined && isSame(create.variables, params);
  const fieldErrors = isCobaltError(error, 422, 400) ? error.fieldErrors : undefined;

  function send(submission: typeof params): void {
    setCreated(undefined);
    setEdited(new Set());
    submit(submission, {
      onSuccess: (asset) => {
        setDraft(EMPTY_DRAFT);
        setCreated(asset.title);
      },
    });
  }

  function onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    if (!create.isPending) send(params);
  }

  function field(name: string, part: keyof typeof draft) {
    return {
      name,
      value: draft[part],
      // A message goes when its field is edited.
      problems: edited.has(name) ? undefined : fieldErrors?.[name],
      onChange: (value: string) => {
        setDraft({ ...draft, [part]: value });
        setEdited(new Set(edited).add(name));
      },
    };
  }

  return (
    <form className="form" noValidate onSubmit={onSubmit}>
      <CobaltErrorView
        error={error}
        isRetrying={create.isPending}
        // Only what was sent may be sent again; after an edit, the button below sends the new text.
        onRetry={
          isUnchanged
            ? () => {
                send(params);
              }
            : undefined
        }
        onDismiss={() => {
          create.reset();
        }}
      />
      <Field label="Title" {...field('title', 'title')} />
      <Field label="Type" {...field('asset_type', 'assetType')}>
        {ASSET_TYPES.map((type) => (
          <option key={type} value={type}>
            {assetTypeName(type)}
          </option>
        ))}
      </Field>
      <Field label="Description" isLong {...field('description', 'description')} />
      <Field label="Tags" hint="Separated by commas" {...field('tags', 'tags')} />
      <div className="form-end">
        <button type="submit" className="primary" aria-disabled={create.isPending}>
          {create.isPending ? 'Creating…' : 'Create asset'}
        </button>
        <span className="saved" role="status">
          {created === undefined ? '' : `“${created}” was created`}
        </span>
      </div>
    </form>
  );
}
