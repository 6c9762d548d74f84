import type { ReactNode } from 'react';

type PageProps = { title: string; lead?: string; actions?: ReactNode; children: ReactNode };

/** A screen with a title, its actions at the right, and a body that scrolls. */
export function Page({ title, lead, actions, children }: PageProps) {
  return (
    <section className="page">
      <header className="page-head">
        <div>
          <h1>{title}</h1>
          {lead && <p>{lead}</p>}
        </div>
        <div className="page-actions">{actions}</div>
      </header>
      <div className="page-body">{children}</div>
    </section>
  );
}
