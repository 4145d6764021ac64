import { GLANCE, KEEP_GLANCE } from '../../platform/glance.ts';
import { LANGUAGES, SpokenHere } from '../../platform/preferences.ts';
import SignInPage from './sign-in-page.tsx';

/**
 * The sign-in as it is written into the field's page at build time: on a slow network it is seen and typed into long before the application has come,
 * which carries on from there (`useBeginning`). The splash's styles show it in the splash's place, and only there.
 */
export const SignInGlance = () => (
  <>
    <div id={GLANCE} hidden>
      {LANGUAGES.map((language) => (
        <div key={language} lang={language}>
          <SpokenHere value={language}>
            <SignInPage />
          </SpokenHere>
        </div>
      ))}
    </div>
    {/* Our own constant; its hash is in the content policy. */}
    <script dangerouslySetInnerHTML={{ __html: KEEP_GLANCE }} />
  </>
);
