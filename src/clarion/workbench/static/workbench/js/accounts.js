// Passkeys that fail say so on the page, in place of in the console only.
import { show } from "./workbench.js";

document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  const cancelled = event.detail.exception?.name === "NotAllowedError";
  show(cancelled
    ? gettext("The passkey was not used: cancelled, or it took too long. Try again.")
    : gettext("This device or browser could not use a passkey here. Sign in with your password."));
});
