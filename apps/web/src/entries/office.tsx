import { createRoot } from 'react-dom/client';
import OfficeApp from '../features/office-app.tsx';
import { container } from './container.ts';

/** What the built page of the office runs. */
createRoot(container()).render(<OfficeApp />);
