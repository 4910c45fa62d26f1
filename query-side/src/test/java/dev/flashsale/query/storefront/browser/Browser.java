package dev.flashsale.query.storefront.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.util.FileSystemUtils;

/** A headless Chromium with a profile of its own. Every wait ends after 30 seconds. */
public final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private final Path profile;
    private final ChromeDriver driver;

    /** Starts the browser with a desktop's window. */
    public Browser() {
        DebianChromium.require();
        try {
            profile = Files.createTempDirectory("chromium-profile");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DebianChromium.DRIVER.toFile())
                .usingAnyFreePort()
                .build();
        driver = new ChromeDriver(service, options(profile));
        desktop();
    }

    private static ChromeOptions options(Path profile) {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(DebianChromium.BROWSER.toFile());
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--lang=en-GB",
                "--user-data-dir=" + profile);
        return options;
    }

    /** Shows pages as on a desktop, 1280 pixels wide. */
    public void desktop() {
        size(1280, 900, 1, false);
    }

    /** Shows pages as on a small phone, 360 pixels wide. */
    public void phone() {
        size(360, 740, 2, true);
    }

    private void size(int width, int height, int scale, boolean mobile) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", scale, "mobile", mobile));
    }

    /** Prefers dark or light colours from now on. */
    public void dark(boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    /** Goes to an address. */
    public void open(String address) {
        driver.get(address);
    }

    /** Loads the page again. */
    public void reload() {
        driver.navigate().refresh();
    }

    /** Forgets what the pages keep for this tab, as closing it would. */
    public void forget() {
        driver.executeScript("sessionStorage.clear()");
        reload();
    }

    /** The first visible element that the CSS selector names, as soon as there is one. */
    public WebElement see(String selector) {
        return new WebDriverWait(driver, PATIENCE)
                .ignoring(StaleElementReferenceException.class)
                .withMessage(() -> "to see " + selector + " in: " + text("body"))
                .until(now -> now.findElements(By.cssSelector(selector)).stream()
                        .filter(WebElement::isDisplayed)
                        .findFirst()
                        .orElse(null));
    }

    /** Waits until the element's text contains this. */
    public void seeText(String selector, String part) {
        new WebDriverWait(driver, PATIENCE)
                .ignoring(StaleElementReferenceException.class)
                .withMessage(() -> "to read \"" + part + "\" at " + selector + " but read: " + text(selector))
                .until(now -> text(selector).contains(part));
    }

    /** Clicks the element as soon as it is visible and enabled. */
    public void click(String selector) {
        WebElement element = see(selector);
        new WebDriverWait(driver, PATIENCE)
                .withMessage("that " + selector + " can be clicked")
                .until(now -> element.isEnabled());
        element.click();
    }

    /** Replaces what is in a field. */
    public void type(String selector, String text) {
        WebElement field = see(selector);
        field.clear();
        field.sendKeys(text);
    }

    /** Chooses one of a list's values. */
    public void choose(String selector, String value) {
        new Select(see(selector)).selectByValue(value);
    }

    /** The text of everything visible that the selector names. */
    public String text(String selector) {
        return String.join(
                "\n",
                driver.findElements(By.cssSelector(selector)).stream()
                        .map(WebElement::getText)
                        .toList());
    }

    /** How many pixels the page is wider than the window: 0 when nobody has to scroll sideways. */
    public long overflow() {
        return (Long) Objects.requireNonNull(driver.executeScript(
                "return Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)"));
    }

    /**
     * What went wrong in the page since the last call: script errors, broken policies, missing files. The browser also notes
     * every refusal of the API by itself; those are answers and no errors of the page, so they are left out.
     */
    public List<String> errors() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .filter(message -> !(message.contains("/api/") && message.contains("Failed to load resource")))
                .toList();
    }

    /** Keeps a picture of the window in target/screenshots. */
    public void screenshot(String name) {
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
        FileSystemUtils.deleteRecursively(profile.toFile());
    }
}
