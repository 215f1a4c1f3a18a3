/* Says so where somebody can see it when a passkey was refused or the dialogue closed. */
document.addEventListener('allauth.error', (event) => {
  event.preventDefault();
  const failed = document.getElementById('passkey-failed');
  failed.hidden = false;
  failed.setAttribute('role', 'alert');
});
