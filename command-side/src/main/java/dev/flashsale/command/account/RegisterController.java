package dev.flashsale.command.account;

import dev.flashsale.platform.security.Role;
import dev.flashsale.platform.security.TokenIssuer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Makes an account for whoever asks; always a shopper's. */
@RestController
class RegisterController {
    record Registration(
            @NotNull
            @Pattern(
                    regexp = "[A-Za-z0-9._@+-]{3,64}",
                    message = "must be 3 to 64 letters, digits or . _ @ + - characters")
            String username,

            @NotNull @Size(min = 8, max = NewAccounts.MOST_PASSWORD_BYTES)
            String password) {
        /** Without the password, since requests end up in logs. */
        @Override
        public String toString() {
            return "Registration[username=" + username + "]";
        }
    }

    private final RegistrationLimit limit;
    private final NewAccounts accounts;
    private final TokenIssuer tokens;

    RegisterController(RegistrationLimit limit, NewAccounts accounts, TokenIssuer tokens) {
        this.limit = limit;
        this.accounts = accounts;
        this.tokens = tokens;
    }

    @PostMapping("/api/auth/register")
    @ResponseStatus(HttpStatus.CREATED)
    SignedIn register(@RequestBody @Valid Registration registration, HttpServletRequest request) {
        limit.begin(request.getRemoteAddr());
        return SignedIn.to(accounts.create(registration.username(), registration.password(), Role.SHOPPER), tokens);
    }
}
