// The page of the preview, taught what Discord does: to suggest something before the first letter is typed.
import "./simcord.js";

document.addEventListener("focusin", ({ target }) => {
  const suggests = target instanceof HTMLInputElement && target.matches(".command-option-input[aria-autocomplete]");
  if (suggests && target.value === "") target.dispatchEvent(new Event("input", { bubbles: true }));
});
