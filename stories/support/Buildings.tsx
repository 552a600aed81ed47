import { CobaltErrorBoundary, CobaltErrorView, isCobaltError, useAssets, useCreateAsset } from 'cobalt-react';
import { type ReactNode, type SyntheticEvent, useState } from 'react';

/** A form that creates something, beside the list of what is there. */
export function Buildings(): ReactNode {
  return (
    <main className="page">
      <h1>Buildings</h1>
      <AddBuilding />
      <CobaltErrorBoundary>
        <BuildingList />
      </CobaltErrorBoundary>
    </main>
  );
}

interface Submission {
  readonly title: string;
  readonly asset_type: 'physical';
}

function AddBuilding(): ReactNode {
  const create = useCreateAsset();
  const { error, variables } = create;
  const [title, setTitle] = useState('');
  const [isEdited, setIsEdited] = useState(false);
  const [created, setCreated] = useState('');
  const problems = isCobaltError(error, 422, 400) && !isEdited ? error.fieldErrors?.['title'] : undefined;

  function send(submission: Submission): void {
    setIsEdited(false);
    setCreated('');
    create.mutate(submission, {
      onSuccess: (asset) => {
        setTitle('');
        setCreated(asset.title);
      },
    });
  }

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    if (!create.isPending) send({ title, asset_type: 'physical' });
  }

  return (
    <form className="form" noValidate onSubmit={submit}>
      <CobaltErrorView
        error={error}
        // The very same object goes again, so it is the same submission with the same key.
        onRetry={variables && !isEdited ? () => send(variables as Submission) : undefined}
        isRetrying={create.isPending}
        onDismiss={create.reset}
      />
      <div className="field">
        <label htmlFor="title">Title</label>
        <input
          id="title"
          value={title}
          aria-invalid={problems ? true : undefined}
          aria-describedby={problems ? 'title-problem' : undefined}
          onChange={(event) => {
            setTitle(event.target.value);
            setIsEdited(true);
          }}
        />
        {problems && (
          <p className="problem" id="title-problem">
            {problems.join(' ')}
          </p>
        )}
      </div>
      <button className="plain" type="submit" aria-disabled={create.isPending || undefined}>
        Add building
      </button>
      <p role="status">{created && `“${created}” was added`}</p>
    </form>
  );
}

function BuildingList(): ReactNode {
  const buildings = useAssets({ asset_type: 'physical', limit: 100 });
  if (!buildings.data) return <p>Loading buildings…</p>;
  return (
    <ul className="rows" id="buildings" aria-label="Buildings" tabIndex={-1}>
      {buildings.data.items.map((asset) => (
        <li key={asset.id}>
          <bdi>{asset.title}</bdi>
        </li>
      ))}
    </ul>
  );
}
