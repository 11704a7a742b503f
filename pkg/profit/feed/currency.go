package feed

import "strings"

// currencies are those that states issue, of which an exchange's rate hardly moves in a
// few days: the ECB's, and some of which exchanges rarely speak.
const currencies = " USD EUR GBP CHF SEK NOK DKK PLN CZK HUF RON BGN ISK TRY CAD AUD NZD JPY CNY HKD SGD KRW INR IDR MYR PHP THB " +
	"ILS ZAR BRL MXN UAH RSD GEL KZT TWD VND AED SAR QAR KWD MAD EGP CLP COP PEN UYU MDL MKD ALL BAM AMD AZN "

// issued reports whether a state issues the currency.
func issued(currency string) bool {
	return len(currency) == 3 && strings.Contains(currencies, " "+strings.ToUpper(currency)+" ")
}
