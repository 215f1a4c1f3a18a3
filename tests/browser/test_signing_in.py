"""Signing in with an authenticator app and with a passkey, as a person does it."""

import re
import time

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

SECURITY = "/admin/account/sign-in/"
FINGERPRINT = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True,
    "hasUserVerification": True, "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip


def code_of(secret):
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def assert_accessible(page):
    page.wait_for_timeout(1000)  # until messages have faded in
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()


def give_password(page, name):
    page.goto("/admin/login/")
    page.fill("input[name=username]", f"{name}@example.org")
    page.fill("input[name=password]", "libraries")
    page.click("button[type=submit]")


def confirm(page):
    """Before a change the password is asked for once more."""
    assert_accessible(page)
    page.fill("input[name=password]", "libraries")
    page.click("button[type=submit]")


def leave(page):
    page.context.clear_cookies()


def test_an_authenticator_app(page, sign_in):
    sign_in("rluk-editor")
    page.goto(SECURITY)
    assert_accessible(page)
    page.click("text=Set up an authenticator app")
    confirm(page)
    page.wait_for_url("**/app/")
    assert_accessible(page)
    assert page.get_by_alt_text("QR code of the key that follows").is_visible()
    secret = page.inner_text(".sign-in__key")
    page.fill("input[name=code]", code_of(secret))
    page.click("text=Set it up")
    page.wait_for_url("**/codes/")
    assert_accessible(page)
    recovery = page.locator(".sign-in__codes code").all_inner_texts()
    assert len(recovery) == 10
    leave(page)
    give_password(page, "rluk-editor")
    page.wait_for_url("**/second-step/")
    assert_accessible(page)
    page.fill("input[name=code]", recovery[0])
    page.click("button[type=submit]")
    page.wait_for_url(re.compile(r"/admin/$"))
    leave(page)
    give_password(page, "rluk-editor")
    time.sleep(30 - time.time() % 30)  # a code that was used opens nothing again
    page.fill("input[name=code]", code_of(secret))
    page.click("button[type=submit]")
    page.wait_for_url(re.compile(r"/admin/$"))
    page.goto(f"{SECURITY}app/remove/")
    confirm(page)
    assert_accessible(page)
    page.click("text=Remove it")
    page.get_by_text("The authenticator app no longer opens your account.").wait_for()


def test_a_passkey(page, sign_in):
    cdp = page.context.new_cdp_session(page)
    cdp.send("WebAuthn.enable")
    cdp.send("WebAuthn.addVirtualAuthenticator", {"options": FINGERPRINT})
    sign_in("nls-editor")
    page.goto(SECURITY)
    page.click("text=Add a passkey")
    confirm(page)
    page.wait_for_url("**/passkeys/add/")
    assert_accessible(page)
    page.fill("input[name=name]", "Phone")
    page.click("#passkey")
    page.wait_for_url("**/codes/")
    page.goto(SECURITY)
    assert page.get_by_role("cell", name="Phone").is_visible()
    assert_accessible(page)
    leave(page)
    page.goto("/admin/login/?next=/admin/account/sign-in/")
    assert_accessible(page)
    page.click("text=Sign in with a passkey")
    page.wait_for_url(re.compile(rf"^[^?]*{SECURITY}$"))
    leave(page)
    give_password(page, "nls-editor")
    page.wait_for_url("**/second-step/")
    page.click("text=Use a passkey")
    page.wait_for_url(re.compile(r"/admin/$"))
    page.goto(SECURITY)
    page.get_by_role("link", name="Remove", exact=True).click()
    confirm(page)
    assert_accessible(page)
    page.click("text=Remove it")
    page.get_by_text("The passkey is removed.").wait_for()


def test_where_a_passkey_does_not_work_the_page_says_so(page):
    page.goto("/admin/login/")
    page.context.set_offline(True)
    page.click("text=Sign in with a passkey")
    page.get_by_role("alert").get_by_text("That did not work.").wait_for()
