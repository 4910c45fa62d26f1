package dev.flashsale.bench.bots;

import java.util.random.RandomGenerator;

/** Headers that say something else every time. What they say of the address is made up: the connection has one. */
final class Disguise {
    private static final String[] BROWSERS = {
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15",
        "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148",
        "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36",
    };
    private static final String[] LANGUAGES = {"en-US,en;q=0.9", "de-DE,de;q=0.9,en;q=0.7", "zh-CN,zh;q=0.9", "fr", "es"
    };

    private Disguise() {}

    /** Another browser, another language, another address. */
    static String[] any(RandomGenerator random) {
        return with(BROWSERS[random.nextInt(BROWSERS.length)], LANGUAGES[random.nextInt(LANGUAGES.length)], random);
    }

    /** The same browser and language for the same face, and another address. */
    static String[] of(int face, RandomGenerator random) {
        return with(BROWSERS[face % BROWSERS.length], LANGUAGES[face % LANGUAGES.length], random);
    }

    private static String[] with(String browser, String language, RandomGenerator random) {
        String address = random.nextInt(1, 224) + "." + random.nextInt(256) + "." + random.nextInt(256) + "."
                + random.nextInt(1, 255);
        return new String[] {
            "User-Agent: " + browser,
            "Accept-Language: " + language,
            "X-Forwarded-For: " + address,
            "X-Real-IP: " + address,
            "Forwarded: for=" + address
        };
    }
}
