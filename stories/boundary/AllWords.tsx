import { english } from 'cobalt-react';
import type { ReactNode } from 'react';

/** Every key with its English, as the library has it. */
export function AllWords(): ReactNode {
  const sentences = Object.entries(english).filter(([key]) => key !== 'locale');
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Key</th>
          <th scope="col">English</th>
        </tr>
      </thead>
      <tbody>
        {sentences.map(([key, sentence]) => (
          <tr key={key}>
            <td>
              <code>{key}</code>
            </td>
            <td>{sentence}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
