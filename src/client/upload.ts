import type { CobaltErrorInit } from '../errors/CobaltError.ts';
import { UnprocessableContentError } from '../errors/statusErrors.ts';

const MAX_BYTES = 10 * 1024 * 1024;

/** How an operation sends one file, the parameter `attachment`. */
export interface Upload {
  /** Throws for a file that Cobalt would refuse, before it is sent: 10 MB or more, or no image where one is asked for. */
  readonly refuse: (params: object, about: CobaltErrorInit) => void;
  readonly form: (params: object) => FormData;
}

type Params = { readonly attachment?: unknown };

function uploadOf(problemOf: (file: Blob) => string | undefined): Upload {
  return {
    refuse({ attachment: file }: Params, about) {
      const problem =
        file instanceof Blob
          ? file.size >= MAX_BYTES
            ? 'Choose a file under 10 MB.'
            : problemOf(file)
          : 'Choose a file.';
      if (problem) throw new UnprocessableContentError({ ...about, fieldErrors: { attachment: [problem] } });
    },
    form({ attachment }: Params) {
      const form = new FormData();
      form.set('attachment', attachment as Blob);
      return form;
    },
  };
}

/**
 * For `upload` of an operation that takes any file under 10 MB. Another one is an `UnprocessableContentError`, and is not sent.
 *
 * @example
 * const attach = { name: 'attach', method: 'POST', path: '/assets/{id}/attachments', answer: 'attachment', upload: fileUpload } as const;
 * await client.call(attach, { id: 'as_1', attachment: file });
 *
 * @see https://docs.cobalt.io/v2/#assets
 */
export const fileUpload: Upload = /* @__PURE__ */ uploadOf(() => undefined);

/**
 * The same for an image under 10 MB.
 *
 * @example
 * const setLogo = { name: 'setLogo', method: 'POST', path: '/assets/{id}/logo', answer: 'none', upload: imageUpload } as const;
 * await client.call(setLogo, { id: 'as_1', attachment: image });
 */
export const imageUpload: Upload = /* @__PURE__ */ uploadOf((file) =>
  file.type.startsWith('image/') ? undefined : 'Choose an image.',
);
