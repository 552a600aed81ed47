/** What came with a request. */
export interface IncomingBody {
  /** As text, whatever it was. */
  readonly text: string;
  /** Null when it was no form, or one that cannot be read. */
  readonly form: FormData | null;
}

export async function readBody(request: Request): Promise<IncomingBody> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\b/i.test(type)) return { text: await request.text(), form: null };
  // As bytes: a file is no text.
  const bytes = await request.arrayBuffer();
  const form = await new Response(bytes, { headers: { 'Content-Type': type } }).formData().catch(() => null);
  return { text: new TextDecoder().decode(bytes), form };
}
