import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { App } from './app/app.tsx';
import { queries } from './state/queries.ts';
import { restoreWindow } from './state/window-state.ts';
import './ui/tokens.css';
import './ui/base.css';
import './ui/frame.css';
import './ui/pages.css';
import './features/capture/capture.css';
import './features/items/items.css';
import './features/compare/compare.css';
import './features/exhibits/exhibits.css';
import './features/bundle/bundle.css';
import './features/verify/verify.css';
import './features/claims/claims.css';
import './features/challenge/challenge.css';
import './features/spread/spread.css';
import './features/settings/settings.css';
import './ui/print.css';

z.config({ jitless: true }); // compiled validators would need eval, which the policy of this window forbids
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
await restoreWindow();
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
